/// What is known of the source that the program was built from.
package enum BuiltInCommit {
  /// `commit 1a2b3c4 of 2026-11-30`, with a `+` behind the commit where the source differs from it;
  /// `unknown commit` where it was built outside of a repository.
  package static var text: String { embeddedCommit }
}
