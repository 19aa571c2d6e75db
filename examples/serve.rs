//! Serves a folder of static files on the loopback interface: `serve [--port N] [--mount /a/b/] [FOLDER]`.
//!
//! `make serve` calls it on `dist`. Any other static server does as well.

use std::path::PathBuf;
use std::process::ExitCode;

#[path = "../tests/browser/server.rs"]
mod server;

/// What the command line says.
struct Arguments {
    folder: PathBuf,
    port: u16,
    mount: String,
}

fn main() -> ExitCode {
    let arguments = match parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(fault) => {
            eprintln!("serve: {fault}");
            return ExitCode::FAILURE;
        }
    };
    match server::Server::start(&arguments.folder, &arguments.mount, arguments.port) {
        Ok(server) => {
            println!("词镜 Cijing: {} (Ctrl+C ends it)", server.url());
            loop {
                std::thread::park();
            }
        }
        Err(error) => {
            let port = arguments.port;
            eprintln!("serve: port {port}: {error}; name another: make serve PORT=8081");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments {
        folder: PathBuf::from("dist"),
        port: 8080,
        mount: "/".to_owned(),
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} wants a value"));
        match word.as_str() {
            "--port" => {
                arguments.port = value()?.parse().map_err(|_| "--port wants a number")?;
            }
            "--mount" => arguments.mount = value()?,
            folder => arguments.folder = PathBuf::from(folder),
        }
    }
    if !arguments.folder.join("index.html").is_file() {
        let folder = arguments.folder.display();
        return Err(format!("no index.html in {folder}; run `make build` first"));
    }
    Ok(arguments)
}
