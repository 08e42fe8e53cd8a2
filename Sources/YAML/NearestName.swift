/// The candidate nearest to a misspelled name, or nil when none is near.
///
/// Near means: equal but for case, `_` and `-`, or at most a third of the letters edited (insertion, deletion,
/// substitution, or two neighbours swapped). Of several equally near the first wins.
public func nearestName(to name: String, among candidates: [String]) -> String? {
  let wanted = foldedLetters(name)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let letters = foldedLetters(candidate)
    let distance = editDistance(wanted, letters)
    guard distance <= max(wanted.count, letters.count) / 3 else { continue }
    if let best, best.distance <= distance { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// The scalars of a name in lower case (ASCII), without the separators that spellings differ in.
private func foldedLetters(_ name: String) -> [Unicode.Scalar] {
  name.unicodeScalars.compactMap { scalar in
    switch scalar {
    case "_", "-", " ": nil
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) + 32)
    default: scalar
    }
  }
}

/// The number of edits between two words, a swap of neighbours counting as one.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var current = [i + 1]
    for j in right.indices {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
