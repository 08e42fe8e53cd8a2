internal import Drafts

extension BuiltinCheck {
  /// Pictures, films and recordings that do not say who is in them.
  func peopleUndeclared(_ input: CheckInput) -> [CheckHit] {
    input.media.filter { $0.kind != .other && $0.attachment.people == nil }.map {
      input.hit($0, detail: "This \($0.kind.word) does not say who can be seen or heard.")
    }
  }

  /// Attachments that show people of the kinds the rule lists.
  func attachmentPeople(_ input: CheckInput) -> [CheckHit] {
    let kinds = list("people")
    return input.media.compactMap { media in
      guard let people = media.attachment.people, kinds.contains(people.value.rawValue) else { return nil }
      return CheckHit(field: "attachments", range: people.range, excerpt: Array(people.value.rawValue.utf8))
    }
  }

  /// Attachments that show something the rule lists, unless the people in them are models under licence.
  func attachmentContains(_ input: CheckInput) -> [CheckHit] {
    let contents = list("contains")
    return input.media.flatMap { media -> [CheckHit] in
      guard media.attachment.people?.value != .stock else { return [] }
      return (media.attachment.contains ?? []).filter { contents.contains($0.value.rawValue) }.map {
        CheckHit(field: "attachments", range: $0.range, excerpt: Array($0.value.rawValue.utf8))
      }
    }
  }

  /// People who were made unrecognisable instead of being asked.
  func obscuredWithoutConsent(_ input: CheckInput) -> [CheckHit] {
    guard input.declared?.consent?.value.reference == nil else { return [] }
    return input.media.compactMap { media in
      guard let obscured = media.attachment.obscured, obscured.value else { return nil }
      switch media.attachment.people?.value {
      case .some(.none), .staff, .stock: return nil
      case .patient, .public, .mixed, nil: return CheckHit(field: "attachments", range: obscured.range)
      }
    }
  }

  /// Films and recordings without captions or a transcript.
  func captionsMissing(_ input: CheckInput) -> [CheckHit] {
    input.media.filter { media in
      switch media.kind {
      case .video: media.attachment.captions == nil
      case .audio: media.attachment.transcript == nil && media.attachment.captions == nil
      case .image, .other: false
      }
    }.map { input.hit($0) }
  }

  /// Live sessions where care is given.
  func liveCareArea(_ input: CheckInput) -> [CheckHit] {
    guard let location = input.declared?.live?.value.location else { return [] }
    let words = location.value.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let areas = list("areas").map { $0.split(separator: " ").map(String.init) }
    guard areas.contains(where: { area in words.indices.contains { words[$0...].starts(with: area) } }) else {
      return []
    }
    return [CheckHit(field: "live", range: location.range, excerpt: Array(location.value.utf8))]
  }
}
