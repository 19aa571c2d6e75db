//! The command line: the same engine as the page, for scripts, batch jobs and checks without a browser.

mod arguments;
mod choices;
mod collocates;
mod discover;
mod file;
mod found;
mod kwic;
mod measures;
mod names;
mod phrases;
mod read;
mod search_arguments;
mod segment;
mod speakers;
mod table;
mod words;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};

/// Runs the command that the arguments name. Files that cannot be read are told on standard error with the reason and
/// what to do; the others go on, and the exit code is 1.
pub fn run() -> ExitCode {
    match execute(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // A reader that has seen enough, such as `head`, closes the pipe: no error.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cijing: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every file could be read.
fn execute(arguments: &Arguments) -> std::io::Result<bool> {
    let output = &mut std::io::stdout().lock();
    match &arguments.command {
        Command::Read(options) => read::read(options, output),
        Command::Segment(options) => segment::segment(options, output),
        Command::Discover(options) => discover::discover(options, output),
        Command::Words(options) => words::words(options, output),
        Command::Names(options) => names::names(options, output),
        Command::Phrases(options) => phrases::phrases(options, output),
        Command::Speakers(options) => speakers::speakers(options, output),
        Command::Keyness(options) => measures::keyness(options, output),
        Command::Keywords(options) => measures::keywords(options, output),
        Command::Dispersion(options) => measures::dispersion(options, output),
        Command::Stats(options) => measures::stats(options, output),
        Command::Kwic(options) => kwic::kwic(options, output),
        Command::Collocates(options) => collocates::collocates(options, output),
        Command::Ngrams(options) => collocates::ngrams(options, output),
    }
}
