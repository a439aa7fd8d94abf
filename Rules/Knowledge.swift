/// The rules and the knowledge of this build: everything under `Rules/`, compiled at build time.
public enum Knowledge {
  /// The blob that `RuleCompiler` wrote; every byte is below 128.
  public static var blob: UnsafeBufferPointer<UInt8> {
    // SAFETY: a static string lives as long as the process, in read-only pages.
    let knowledge = generatedKnowledge()
    return UnsafeBufferPointer(start: knowledge.utf8Start, count: knowledge.utf8CodeUnitCount)
  }
}
