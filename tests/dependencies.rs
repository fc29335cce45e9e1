//! The README's list of dependencies beside those that cargo compiles into the library or runs while it builds it.

use std::collections::BTreeSet;
use std::process::Command;

const README: &str = include_str!("../README.md");

/// What `cargo tree` lists, but for this crate.
fn compiled(features: &str) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--offline", "--edges", "normal,build", "--prefix", "none", "--format", "{p}", features]);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("names of crates are ASCII");
    let names = tree.lines().filter_map(|line| line.split(' ').next()).filter(|name| !name.is_empty());
    names.filter(|name| *name != env!("CARGO_PKG_NAME")).map(str::to_owned).collect()
}

/// The crates named in the first column of the README's table; with those of optional features where `optional`.
fn listed(optional: bool) -> BTreeSet<String> {
    let (_, section) = README.split_once("\n## Dependencies\n").expect("the README has a section on dependencies");
    let section = section.split("\n## ").next().unwrap_or(section);
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let rows = rows.filter(|row| optional || !row.contains("| with the feature "));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn the_readme_lists_every_dependency() {
    let remedy = "mend the table in the README, with the reason for what is new";
    assert_eq!(listed(false), compiled("--no-default-features"), "{remedy}");
    assert_eq!(listed(true), compiled("--all-features"), "{remedy}");
}
