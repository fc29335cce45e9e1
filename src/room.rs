//! Room for what is found in a text, while it is being read.

/// Makes room for one more and, where there was none, for what the rest will hold if it is like the `read` bytes or tokens of
/// `all`: twice the room, as vectors take it, may be too much to be kept by allocators.
#[inline]
pub(crate) fn make<T>(found: &mut Vec<T>, read: usize, all: usize) {
    if found.len() == found.capacity() {
        make_for_rest(found, read, all);
    }
}

/// No more than five times the room at once: the rest may be quite unlike what was read.
fn make_for_rest<T>(found: &mut Vec<T>, read: usize, all: usize) {
    let rest = (found.len() as f64 * all.saturating_sub(read) as f64 / read.max(1) as f64) as usize;
    found.reserve_exact(rest.clamp(found.len() / 4, found.len().saturating_mul(4)).saturating_add(16));
}

#[cfg(test)]
mod tests {
    #[test]
    fn room_is_made_for_what_the_rest_will_hold() {
        let mut found = vec![0; 100];
        super::make(&mut found, 500, 1000);
        assert!((200..250).contains(&found.capacity()), "{}", found.capacity());
        let mut dense = vec![0; 100];
        super::make(&mut dense, 100, 1 << 40);
        assert!((500..600).contains(&dense.capacity()), "{}", dense.capacity());
        let mut last = vec![0; 100];
        super::make(&mut last, 1000, 1000);
        assert!(last.capacity() > 120, "{}", last.capacity());
    }
}
