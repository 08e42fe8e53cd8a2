internal import Changes
internal import Drafts
internal import Media
internal import Policy

extension DraftChecker {
  /// What the pictures and films of a draft carry; nil where no rule asks.
  ///
  /// A file that is not there, or is too long, is one that could not be looked into.
  func inspections(
    of draft: Draft, in files: (any FileSource)?
  ) throws(GateError) -> [RepositoryPath: MediaInspection]? {
    guard let limit = policy.checker.inspectedMediaLimit else { return nil }
    var inspections: [RepositoryPath: MediaInspection] = [:]
    for attachment in draft.frontMatter?.attachments ?? [] {
      guard let path = attachment.value.file?.value, inspections[path] == nil else { continue }
      inspections[path] = try inspection(of: path, in: files, limit: limit)
    }
    return inspections
  }

  private func inspection(
    of path: RepositoryPath, in files: (any FileSource)?, limit: Int
  ) throws(GateError) -> MediaInspection {
    guard let size = try files?.size(of: path) else { return MediaInspection(container: nil, gap: .missing) }
    guard size <= limit else { return MediaInspection(container: nil, gap: .tooLarge) }
    guard let bytes = try files?.read(path, limit: limit) else {
      return MediaInspection(container: nil, gap: .missing)
    }
    return MediaInspection(of: bytes)
  }
}
