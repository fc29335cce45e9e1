//! Several threads extract; the lines stay in order, and only so many are in memory.
//!
//! The reader gives each batch of lines to whichever thread is free, and to the writer the receiving end of a channel on
//! which that batch's answers will come. The writer takes these ends in order. Both queues are bounded, so a slow batch
//! holds up the reader instead of filling the memory.

use std::io::Write;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Result, anyhow};
use indicatif::ProgressBar;

use crate::answer::{Wanted, answer};
use crate::json_lines::for_each_line;
use crate::totals::Totals;

/// A batch is handed on as soon as it has so many bytes.
const BATCH: usize = 1 << 16;
/// So many batches may wait for each thread.
const DEPTH: usize = 4;

#[derive(Default)]
struct Batch {
    lines: Vec<(usize, Vec<u8>)>,
    bytes: usize,
}

struct Job {
    batch: Batch,
    reply: SyncSender<Result<Answers>>,
}

struct Answers {
    lines: Vec<u8>,
    totals: Totals,
}

/// Answers every line of `files` on `threads` threads.
pub(crate) fn answer_all(
    files: &[PathBuf],
    bar: &ProgressBar,
    wanted: Wanted<'_>,
    threads: usize,
    out: impl Write + Send,
) -> Result<Totals> {
    let (jobs, waiting) = sync_channel(threads * DEPTH);
    let (promises, promised) = sync_channel(threads * DEPTH);
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| work(&waiting, wanted));
        }
        let writer = scope.spawn(|| write(promised, out));
        let read = read(files, bar, &Queues { jobs, promises });
        let totals = writer.join().map_err(|_| anyhow!("the writing thread panicked"))??;
        read.map(|()| totals)
    })
}

struct Queues {
    jobs: SyncSender<Job>,
    promises: SyncSender<Receiver<Result<Answers>>>,
}

impl Queues {
    /// Fails only where the writer has ended, which then says why.
    fn send(&self, batch: Batch) -> Result<()> {
        let (reply, promise) = sync_channel(1);
        let gone = || anyhow!("the output has ended");
        self.promises.send(promise).map_err(|_| gone())?;
        self.jobs.send(Job { batch, reply }).map_err(|_| gone())
    }
}

fn read(files: &[PathBuf], bar: &ProgressBar, queues: &Queues) -> Result<()> {
    let mut batch = Batch::default();
    let read = for_each_line(files, bar, |number, line| {
        batch.bytes += line.len();
        batch.lines.push((number, line.to_vec()));
        if batch.bytes < BATCH { Ok(()) } else { queues.send(std::mem::take(&mut batch)) }
    });
    // What was read before an error is answered too.
    read.and(queues.send(batch))
}

fn work(waiting: &Mutex<Receiver<Job>>, wanted: Wanted<'_>) {
    loop {
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { batch, reply }) = job else { return };
        // The writer may have gone; the reader will notice.
        let _ = reply.send(answers(&batch, wanted));
    }
}

fn answers(batch: &Batch, wanted: Wanted<'_>) -> Result<Answers> {
    let (mut lines, mut totals) = (Vec::with_capacity(batch.bytes), Totals::default());
    for (number, line) in &batch.lines {
        totals.add(answer(line, *number, wanted, &mut lines)?);
    }
    Ok(Answers { lines, totals })
}

fn write(promised: Receiver<Receiver<Result<Answers>>>, mut out: impl Write) -> Result<Totals> {
    let mut totals = Totals::default();
    for promise in promised {
        let answers = promise.recv().map_err(|_| anyhow!("an extracting thread panicked"))??;
        out.write_all(&answers.lines)?;
        totals.add(answers.totals);
    }
    out.flush()?;
    Ok(totals)
}
