/// The rule and word-class files this build was made with.
public enum BuiltinRules {
  /// Every file under `Rules/`: its path below that folder and its text, in byte order of the paths.
  public static var files: [(path: String, text: String)] { EmbeddedFiles.all }
}
