/// A dossier as one run of bytes, which is read in a small part of the time that its folder takes.
///
/// `DS`, the format's version, the count of bytes that follow, and the
/// fields of the records in the order of `Dossier+Snapshot.swift`. Numbers stand in groups
/// of six bits and a text that was there before as its number, so that no byte
/// outside texts is above 0x7f: the whole is UTF-8 and can stand in a program's
/// source as a string. It is for one build of the program alone, and other
/// versions are refused.
public enum Snapshot {
  /// Raised whenever a field is added, removed or moved.
  static let version: UInt64 = 2
  /// What every snapshot starts with.
  static let signature = Array("DS".utf8)

  /// The snapshot of a dossier: the same bytes for the same dossier.
  public static func bytes(of dossier: Dossier) -> [UInt8] {
    var writer = SnapshotWriter()
    var dossier = dossier
    // A writer has nothing to refuse.
    try? dossier.code(with: &writer)
    var head = SnapshotWriter()
    head.append(version)
    head.append(UInt64(writer.bytes.count))
    return signature + head.bytes + writer.bytes
  }

  /// The dossier of a snapshot.
  ///
  /// Bounded work and memory whatever the bytes are.
  ///
  /// - Throws: `SnapshotFault` where the bytes are no snapshot, or not a whole one.
  public static func dossier(
    from bytes: UnsafeBufferPointer<UInt8>
  ) throws(SnapshotFault) -> Dossier {
    guard bytes.starts(with: signature) else { throw .foreign }
    var reader = SnapshotReader(bytes, from: signature.count)
    guard try reader.unsigned(0) == version else { throw .foreign }
    guard try reader.unsigned(0) == UInt64(reader.remaining) else { throw .truncated }
    var dossier = Dossier()
    try dossier.code(with: &reader)
    guard reader.remaining == 0 else { throw .damaged }
    return dossier
  }
}

/// Why bytes could not be read as a snapshot.
public enum SnapshotFault: Error, Hashable, Sendable {
  /// It is no snapshot, or one of another version.
  case foreign
  /// Bytes are missing or added.
  case truncated
  /// The bytes mean nothing.
  case damaged
}
