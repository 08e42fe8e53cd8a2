public import Approvals
internal import Changes
internal import Drafts
public import Review

/// A queue as one web page, for people who never open a terminal.
///
/// The page is one file: it asks nothing of any server, and its Content Security Policy lets it. It works without
/// script; with it, it can be filtered. What comes from drafts, paths and names is text in it and never markup.
public struct QueuePage {
  private let queue: ReviewQueue
  private let words: QueueWords

  /// The page of a queue.
  public init(_ queue: ReviewQueue, people: People) {
    self.queue = queue
    words = QueueWords(people: people, now: queue.now)
  }

  /// The page, in UTF-8.
  public var text: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(Self.contentPolicy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>\(Self.escaped(title)) · Chaperone</title>
    <style>\(QueuePageParts.style)</style>
    </head>
    <body>
    <header>
    <h1>\(Self.escaped(title))</h1>
    <p class="soft">As of \(time(queue.now)). The page does not change by itself.</p>
    \(tally)
    </header>
    <main>
    \(queue.items.isEmpty ? nothing : filters + table)
    </main>
    <footer>
    \(meanings)
    <p class="soft">No rule firing does not mean that a post is harmless; patterns miss oblique wording.</p>
    </footer>
    <script>\(QueuePageParts.script)</script>
    </body>
    </html>

    """
  }

  private static let contentPolicy: String = {
    func digest(_ text: String) -> String {
      String(decoding: Digest(of: Array(text.utf8)).base64, as: UTF8.self)
    }
    return "default-src 'none'; style-src 'sha256-\(digest(QueuePageParts.style))'; "
      + "script-src 'sha256-\(digest(QueuePageParts.script))'; base-uri 'none'; form-action 'none'"
  }()

  private var title: String {
    guard !queue.items.isEmpty else { return "Nothing waits" }
    let late = queue.items.count { $0.isOverdue(at: queue.now) }
    return PlainText.count(queue.items.count, "draft") + " in the queue" + (late > 0 ? ", \(late) late" : "")
  }

  private var tally: String {
    let entries = words.tally(queue).map { state, count in
      "<li class=\"\(Self.colour(state))\">\(count) \(Self.escaped(state))</li>"
    }
    return entries.isEmpty ? "" : "<ul class=\"tally\" aria-label=\"Drafts by state\">\(entries.joined())</ul>"
  }

  private var nothing: String {
    "<p class=\"nothing\">Nothing waits for anybody. Come back when there is a new draft.</p>"
  }

  private var filters: String {
    let people = queue.people.map {
      "<option value=\"\(Self.escaped($0.description))\">\(Self.escaped(words.name($0)))</option>"
    }
    let states = words.tally(queue).map {
      "<option value=\"\(Self.escaped($0.state))\">\(Self.escaped($0.state))</option>"
    }
    return """
      <form id="filters" hidden>
      <div><label for="person">Waits for</label>
      <select id="person" name="person"><option value="">anybody</option>\(people.joined())</select></div>
      <div><label for="state">State</label>
      <select id="state" name="state"><option value="">any</option>\(states.joined())</select></div>
      <div><label for="words">Find</label><input type="search" id="words" name="words" autocomplete="off"></div>
      <div class="check"><input type="checkbox" id="late" name="late"><label for="late">only what is late</label></div>
      <p id="shown" class="soft" role="status"></p>
      </form>

      """
  }

  private var table: String {
    let heads = ["Draft", "State", "Waits for", "Findings", "Waiting since", "Due"].map {
      "<th scope=\"col\" role=\"columnheader\">\($0)</th>"
    }
    return """
      <table role="table">
      <caption class="out">Drafts, what is due first coming first</caption>
      <thead role="rowgroup"><tr role="row">\(heads.joined())</tr></thead>
      <tbody role="rowgroup">
      \(queue.items.map(row).joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private func row(_ item: ReviewItem) -> String {
    let state = words.state(item)
    let isLate = item.isOverdue(at: queue.now)
    let people = item.whoseTurn.map(\.description).joined(separator: " ")
    let author = QueueWords.author(item).map { author in
      let name = PersonID(author).map { words.name($0) } ?? author
      return "<span class=\"soft\">by <bdi>\(Self.escaped(name))</bdi></span>"
    }
    let notes = item.notices.map { "<div class=\"note\">\(Self.escaped(QueueWords.notice($0)))</div>" }.joined()
    let due =
      words.due(item).map { left in
        "<span class=\"when\(isLate ? " late" : "")\">\(left)</span><br>\(item.due.map(time) ?? "")"
      } ?? "no date"
    return """
      <tr role="row" data-state="\(Self.escaped(state))" data-people="\(Self.escaped(people))" \
      data-late="\(isLate ? "yes" : "no")">
      <th scope="row" role="rowheader"><bdi>\(Self.escaped(QueueWords.name(item)))</bdi>\(author ?? "")\(notes)</th>
      \(cell("State", "<span class=\"state \(Self.colour(state))\">\(Self.escaped(state))</span>"))
      \(cell("Waits for", "<ul>\(QueueWords.turns(item).map(turn).joined())</ul>"))
      \(cell("Findings", "<span>\(QueueWords.findings(item.findings) ?? "none")</span>"))
      \(cell("Waiting", "<div><span class=\"when\">\(words.age(item))</span><br>\(time(item.since))</div>"))
      \(cell("Due", "<div>\(due)</div>"))
      </tr>
      """
  }

  private func cell(_ label: String, _ content: String) -> String {
    "<td role=\"cell\" data-label=\"\(label)\">\(content)</td>"
  }

  private func turn(_ turn: Turn, count: Int) -> String {
    let people = turn.people.map { "<bdi>\(Self.escaped(words.name($0)))</bdi>" }.joined(separator: ", ")
    let who = people.isEmpty ? "<span class=\"none\">nobody can</span>" : people
    let times = count > 1 ? " (\(count) of them)" : ""
    return "<li><span class=\"soft\">\(Self.escaped(QueueWords.task(turn.task)))\(times)</span><br>\(who)</li>"
  }

  private func time(_ moment: Timestamp) -> String {
    "<time class=\"soft\" datetime=\"\(moment)\">\(QueueWords.moment(moment))</time>"
  }

  private var meanings: String {
    let meanings = [
      ("blocked", "Only editing helps; no signature does."), ("objected", "A reviewer objects; the author answers."),
      ("to sign", "A reviewer has to sign who has not."),
      ("stale", "Somebody signed, and the draft or the rules changed."),
      ("overdue", "A signature or the publication is late."),
      ("approved", "Everything is signed; it can be published."),
      ("take down", "It is out, and a consent or its own time has ended."),
    ]
    let entries = meanings.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }
    return "<details><summary>What the words mean</summary><dl>\(entries.joined())</dl></details>"
  }

  private static func colour(_ state: String) -> String {
    switch state {
    case "overdue", "blocked", "objected", "take down", "unreadable": "red"
    case "stale", "to sign": "amber"
    case "approved": "green"
    default: "grey"
    }
  }

  /// Text as it may stand in an element or in a quoted attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
