/// Reads a thread from its first post to its last and keeps who is talked about and what is told of them.
///
/// Words are linked by rules of thumb that give the same answer everywhere: a pronoun is the nearest person it can be, in
/// its post and then in the thread; a fact is about the person before it in its sentence, else the one after it, else the
/// one talked about last. Looks back at a bounded number of people, so the work grows with the text and not faster.
struct IndividualReading {
  let scan: Scan
  private let outline: Outline
  private let cues: PersonCues
  /// In the order in which they come in.
  var individuals: [Individual] = []
  private var spoken: [(word: Int, individual: Int)] = []
  /// Who was talked about, the last one first.
  var focus: [Int] = []
  /// The post being read.
  var post = 0
  /// By individual: the last post that speaks of them.
  var lastPost: [Int] = []
  private var steps = 0
  private let sceneKinds: AttributeSet
  private var scene: [Individual.Fact] = []
  /// By field, as `Outline` numbers them: the kinds of the scene told there.
  private var sceneTold: [Int: AttributeSet] = [:]
  private var frames: [(post: Int, kind: Individual.Kind)] = []
  private var isNotice = false
  /// By kind of fact: the word after the last one told, so that overlapping matches count once.
  private var toldUntil: [Int]

  /// How many people back a word can refer.
  static let focusLimit = 12

  init(_ table: IndividualCues, scan: Scan, outline: Outline) {
    self.scan = scan
    self.outline = outline
    cues = PersonCues(table, in: scan)
    sceneKinds = table.scene
    toldUntil = Array(repeating: 0, count: table.attributes.count)
    guard !cues.all.isEmpty else { return }
    var sentence = 0
    for index in outline.posts.indices {
      startPost(index)
      let end = outline.posts[index].words.upperBound
      while sentence < scan.document.sentences.count, Int(scan.document.sentences[sentence].first) < end {
        read(scan.document.sentences[sentence])
        sentence += 1
      }
    }
    applyFrames()
  }

  /// What was read.
  var result: Individuals { Individuals(all: individuals, spoken: spoken, scene: scene, steps: steps) }

  private mutating func startPost(_ index: Int) {
    post = index
    isNotice = false
    focus.removeAll { individuals[$0].kind == .group || individuals[$0].kind == .reader }
    for found in cues.starting(in: outline.posts[index].words) {
      switch found.part {
      case .notice: isNotice = true
      case .frame(let kind): frames.append((index, kind))
      default: continue
      }
    }
  }

  private mutating func read(_ sentence: Document.Sentence) {
    let found = cues.starting(in: sentence.tokens)
    guard !found.isEmpty else { return }
    steps += found.count
    let mentions = PersonMention.mentions(found, in: scan.document)
    var people: [Int] = []
    for (index, mention) in mentions.enumerated() {
      steps += focus.count
      let person = person(of: mention, after: index > 0 ? people[index - 1] : nil)
      people.append(person)
      bringForward(person)
    }
    let reader = people.first { individuals[$0].kind == .reader }
    attribute(found, Surroundings(mentions: mentions, people: people, reader: reader))
  }

  /// Somebody new in the thread.
  mutating func add(_ mention: PersonMention, _ kind: Individual.Kind) -> Int {
    individuals.append(
      Individual(
        kind: kind, gender: mention.gender, introduction: Individual.Place(match: mention.match, post: post),
        head: mention.isPronoun ? nil : mention.head))
    lastPost.append(post)
    return individuals.count - 1
  }

  private mutating func bringForward(_ person: Int) {
    lastPost[person] = post
    guard focus.first != person else { return }
    focus.removeAll { $0 == person }
    focus.insert(person, at: 0)
    if focus.count > Self.focusLimit { focus.removeLast() }
  }

  // MARK: What is told

  /// The mentions of a sentence and whom they mean.
  private struct Surroundings {
    var mentions: [PersonMention]
    var people: [Int]
    var reader: Int?
  }

  private mutating func attribute(_ found: ArraySlice<PersonCues.Found>, _ sentence: Surroundings) {
    var next = 0
    var before: Int?
    for cue in found {
      while next < sentence.mentions.count, sentence.mentions[next].words.lowerBound <= cue.words.lowerBound {
        spoken.append((sentence.mentions[next].words.lowerBound, sentence.people[next]))
        if sentence.mentions[next].isPronoun || isSubject(sentence.people[next]) { before = next }
        next += 1
      }
      let place = Individual.Place(match: cue.match, post: post)
      switch cue.part {
      case .fact(let attribute):
        guard cue.words.lowerBound >= toldUntil[attribute] else { continue }
        toldUntil[attribute] = cue.words.upperBound
        let fact = Individual.Fact(attribute: attribute, place: place)
        let lane = outline.posts[post].lane
        let owner = owner(before, next, cue.words, sentence)
        if owner.map(isCrowd) ?? true, sceneKinds.contains(AttributeSet(attribute)),
          sceneTold[lane, default: []].insert(AttributeSet(attribute)).inserted
        {
          scene.append(fact)
        }
        guard let person = owner else { continue }
        tell(person, cue) { $0.tell(fact, lane: lane) }
      case .care:
        if let person = owner(before, next, cue.words, sentence) { tell(person, cue) { $0.care.append(place) } }
      case .ridicule:
        if let person = owner(before, next, cue.words, sentence) { tell(person, cue) { $0.ridicule.append(place) } }
      case .turns(let kind):
        guard let person = owner(before, next, cue.words, sentence) else { continue }
        if individuals[person].kind == .unknown { individuals[person].kind = kind }
      default: continue
      }
    }
  }

  /// Whether facts in a sentence can be about them: colleagues in passing and readers are left out.
  private func isSubject(_ person: Int) -> Bool {
    individuals[person].kind != .staff && individuals[person].kind != .reader
  }

  /// Whether what is told of them is told of everybody.
  private func isCrowd(_ person: Int) -> Bool {
    switch individuals[person].kind {
    case .group, .reader, .staff: true
    default: false
    }
  }

  /// Whom some words of a sentence are about.
  private func owner(
    _ before: Int?, _ next: Int, _ words: Range<Int>, _ sentence: Surroundings
  ) -> Int? {
    // Longer words may hold a mention that starts later.
    if next < sentence.mentions.count, sentence.mentions[next].words.lowerBound < words.upperBound,
      isSubject(sentence.people[next])
    {
      return sentence.people[next]
    }
    if let before { return sentence.people[before] }
    if next < sentence.mentions.count, isSubject(sentence.people[next]) { return sentence.people[next] }
    if let reader = sentence.reader { return reader }
    guard !isNotice else { return nil }
    return focus.first(where: isSubject) ?? focus.first
  }

  /// Tells something of a person, and with it of the one whose relative they are.
  private mutating func tell(_ person: Int, _ cue: PersonCues.Found, _ change: (inout Individual) -> Void) {
    change(&individuals[person])
    lastPost[person] = post
    spoken.append((cue.words.lowerBound, person))
    guard let other = individuals[person].relatedTo else { return }
    change(&individuals[other])
    spoken.append((cue.words.lowerBound, other))
  }

  // MARK: What everybody is

  /// A story, a lesson or an animal practice: nobody in it is in care.
  private mutating func applyFrames() {
    guard !frames.isEmpty else { return }
    var kinds = [Individual.Kind?](repeating: nil, count: outline.posts.count)
    for frame in frames { kinds[frame.post] = kinds[frame.post] ?? frame.kind }
    let isAnimalPractice = frames.contains { $0.kind == .animal }
    for index in individuals.indices where Individual.Kind.others.contains(individuals[index].kind) {
      let individual = individuals[index]
      if let kind = kinds[individual.introduction.post], kind != .animal { individuals[index].kind = kind }
      if individual.kind == .unknown, let kind = individual.mentions.lazy.compactMap({ kinds[$0.post] }).first {
        individuals[index].kind = kind
      }
      if isAnimalPractice, individual.gender == nil || individual.head == nil { individuals[index].kind = .animal }
    }
  }
}
