public import Model

/// The dossier that ships inside the program, as it was read when the program was built.
public enum BuiltInDossier {
  /// The dossier with the faults found while reading it.
  ///
  /// It was read without an error, or the program would not have been built; what a
  /// damaged program gives has one.
  public static func reading() -> Reading {
    do {
      return Reading(dossier: try Snapshot.dossier(from: bytes), diagnostics: [])
    } catch {
      let fault = Diagnostic(
        .error, file: "dossier", "the built-in dossier is damaged", remedy: "install it again")
      return Reading(dossier: Dossier(), diagnostics: [fault])
    }
  }

  /// The snapshot's bytes, which are part of the program.
  private static var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: embeddedSnapshot.utf8Start, count: embeddedSnapshot.utf8CodeUnitCount)
  }
}
