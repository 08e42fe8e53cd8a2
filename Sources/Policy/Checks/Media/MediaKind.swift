internal import Changes
internal import Drafts

/// What kind of file an attachment is, by its extension.
enum MediaKind: Sendable {
  case image, video, audio, other

  init(_ path: RepositoryPath) {
    switch path.pathExtension.map({ String(decoding: $0, as: UTF8.self).lowercased() }) {
    case "jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "tif", "tiff", "bmp", "svg": self = .image
    case "mp4", "mov", "m4v", "webm", "avi", "mkv", "mpg", "mpeg", "3gp": self = .video
    case "mp3", "m4a", "wav", "aac", "ogg", "oga", "flac", "opus": self = .audio
    default: self = .other
    }
  }

  /// The word for it in messages.
  var word: String {
    switch self {
    case .image: "picture"
    case .video: "film"
    case .audio: "recording"
    case .other: "file"
    }
  }
}

/// An attachment with its place and kind.
struct DeclaredMedia {
  var attachment: Attachment
  var location: Located<Attachment>
  var kind: MediaKind
}

extension DeclaredMedia {
  /// The attachments of a draft.
  static func all(of declared: FrontMatter?) -> [DeclaredMedia] {
    (declared?.attachments ?? []).map { located in
      DeclaredMedia(
        attachment: located.value, location: located, kind: located.value.file.map { MediaKind($0.value) } ?? .other)
    }
  }
}

extension CheckInput {
  /// A hit on an attachment: on its file where it names one.
  func hit(_ media: DeclaredMedia, field: String = "attachments", detail: String? = nil) -> CheckHit {
    CheckHit(field: field, range: media.attachment.file?.range ?? media.location.range, detail: detail)
  }
}
