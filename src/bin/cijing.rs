//! The command line: everything is in [`cijing::cli`].

fn main() -> std::process::ExitCode {
    cijing::cli::run()
}
