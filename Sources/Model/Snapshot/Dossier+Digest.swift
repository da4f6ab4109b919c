extension Dossier {
  /// The SHA-256 of all that the dossier says, in lower-case hexadecimal.
  ///
  /// The same for dossiers with the same content, whatever their files look like.
  public var digest: String { SHA256.hexadecimal(Snapshot.bytes(of: self)) }
}
