/// What nobody shows any more: to free a large dossier takes longer than a key may.
final class Remains: @unchecked Sendable {
  private var objects: [AnyObject]

  /// Keeps objects until they are freed.
  init(_ objects: AnyObject...) { self.objects = objects }

  /// Frees the objects, on a thread that has time; nobody else has them by now.
  func free() {
    objects = []
  }
}
