//! Searches for bytes that seldom occur.

/// How many bytes are looked at together.
const CHUNK: usize = 32;

/// The first byte from `from` on that is `wanted`. Bytes are looked at together: where `wanted` is put together from plain
/// comparisons with `|`, compilers turn it into vector instructions, which take a thirtieth of the time.
pub(crate) fn position(bytes: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let none = |chunk: &&[u8]| whole(chunk).iter().fold(0, |any, byte| any | u8::from(wanted(*byte))) == 0;
    let skipped = from + CHUNK * rest.chunks_exact(CHUNK).take_while(none).count();
    bytes[skipped..].iter().position(|byte| wanted(*byte)).map(|at| skipped + at)
}

/// Where the byte first stands twice.
pub(crate) fn position_of_pair(bytes: &[u8], twice: u8) -> Option<usize> {
    let after = bytes.get(1..)?;
    let none = |(chunk, after): &(&[u8], &[u8])| {
        let pairs = whole(chunk).iter().zip(whole(after));
        pairs.fold(0, |any, (byte, next)| any | u8::from((*byte == twice) & (*next == twice))) == 0
    };
    let chunks = bytes.chunks_exact(CHUNK).zip(after.chunks_exact(CHUNK));
    let skipped = CHUNK * chunks.take_while(none).count();
    after[skipped..].iter().zip(&bytes[skipped..]).position(|pair| pair == (&twice, &twice)).map(|at| skipped + at)
}

/// A chunk as an array, whose length the compiler knows.
fn whole(chunk: &[u8]) -> &[u8; CHUNK] {
    chunk.try_into().expect("chunks are whole")
}

#[cfg(test)]
mod tests {
    use super::{position, position_of_pair};

    #[test]
    fn the_first_byte_is_found_wherever_it_stands() {
        for len in 0..80 {
            for at in 0..len {
                let mut bytes = vec![b'a'; len];
                bytes[at] = b'x';
                let found = |from| position(&bytes, from, |byte| byte == b'x');
                assert_eq!((found(0), found(at), found(at + 1), found(len + 1)), (Some(at), Some(at), None, None));
                assert_eq!(position_of_pair(&bytes, b'x'), None);
                bytes.insert(at, b'x');
                assert_eq!(position_of_pair(&bytes, b'x'), Some(at));
            }
        }
    }
}
