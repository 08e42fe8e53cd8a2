import BuiltinRules
import Changes
import Drafts
import Foundation
import Policy
import Testing
import YAML

@Suite("posts in other languages")
struct LanguageTests {
  private static let rule = "meta/language-not-covered"

  /// What the rule says of a text; nil where it is silent.
  private func message(_ text: String, _ declared: [String] = []) throws -> String? {
    let head = ["author: someone", "channels: [facebook]", "about: none", "account: organization"]
    return try DeclaredDrafts().findings(head + declared, text, of: [Self.rule]).first?.message
  }

  static let foreign: [(name: String, text: String)] = [
    ("Spanish", "La vacuna contra la gripe es gratis para todos los niños este sábado."),
    ("Spanish", "¡Vacúnese hoy! Nuestra clínica abre a las ocho."),
    ("Spanish", "VACUNATE HOY CONTRA LA GRIPE EN NUESTRA CLINICA"),
    ("Spanish", "Llame a su medico si el dolor no se quita en dos dias."),
    ("Portuguese", "A vacina contra a gripe é gratuita para todas as crianças neste sábado, não precisa marcar."),
    ("Portuguese", "Você já fez a sua consulta este ano? Ligue para o nosso hospital."),
    ("French", "Le vaccin contre la grippe est gratuit pour les enfants ce samedi à notre clinique."),
    ("French", "Nous sommes ouverts tous les jours, et vous n'avez pas besoin de rendez-vous."),
    ("Italian", "Il vaccino contro l'influenza è gratuito per tutti i bambini sabato nella nostra clinica."),
    ("German", "Die Impfung gegen Grippe ist am Samstag für alle Kinder in unserer Klinik kostenlos."),
    ("German", "Wir suchen eine Pflegekraft, die mit uns auf der neuen Station arbeiten möchte."),
    ("Dutch", "Het vaccin tegen de griep is zaterdag gratis voor alle kinderen in onze kliniek."),
    ("Polish", "Szczepionka przeciw grypie jest w sobotę bezpłatna dla wszystkich dzieci w naszej przychodni."),
    ("Romanian", "Vaccinul pentru gripă este gratuit pentru toți copiii la clinica noastră."),
    ("Turkish", "Grip aşısı bu cumartesi kliniğimizde tüm çocuklar için ücretsiz ve randevu gerekli değil."),
    ("Vietnamese", "Tiêm phòng cúm miễn phí cho tất cả trẻ em tại phòng khám của chúng tôi vào thứ bảy."),
    ("Tagalog", "Libre ang bakuna para sa mga bata sa ating klinika ngayong Sabado."),
    ("Haitian Creole", "Vaksen kont grip la gratis pou tout timoun nan klinik nou an samdi sa a."),
    ("Indonesian", "Vaksin flu gratis untuk semua anak di klinik kami pada hari Sabtu ini."),
    ("Somali", "Tallaalka hargabka waa bilaash oo waxaa loogu talagalay carruurta iyo qoyska."),
    ("Hmong", "Peb lub tsev kho mob yuav muaj tshuaj txhaj pub dawb rau cov me nyuam hnub Saturday."),
    ("Swedish", "Vaccinet mot influensa är gratis för alla barn på vår klinik på lördag."),
    ("Finnish", "Rokotus influenssaa vastaan on ilmainen ja kaikki lapset ovat tervetulleita."),
    ("Russian", "Прививка от гриппа бесплатна для всех детей в эту субботу."),
    ("Ukrainian", "Щеплення від грипу безкоштовне для всіх дітей цієї суботи."),
    ("Arabic", "لقاح الإنفلونزا مجاني لجميع الأطفال يوم السبت."),
    ("Hindi", "इस शनिवार हमारे क्लिनिक में सभी बच्चों के लिए टीका मुफ़्त है।"),
    ("Chinese", "本周六我们诊所为所有儿童免费接种流感疫苗。"),
    ("Japanese", "今週の土曜日、当院で子どものワクチンは無料です。"),
    ("Korean", "이번 토요일 우리 병원에서 어린이 독감 예방접종이 무료입니다."),
    ("Greek", "Το εμβόλιο της γρίπης είναι δωρεάν για όλα τα παιδιά."),
    ("Hebrew", "החיסון נגד שפעת ניתן חינם לכל הילדים בשבת."),
    ("Thai", "วัคซีนไข้หวัดใหญ่ฟรีสำหรับเด็กทุกคนวันเสาร์นี้"),
    ("Amharic", "የጉንፋን ክትባት ለሁሉም ልጆች በነፃ ይሰጣል።"),
  ]

  @Test("each is recognised by a sentence", arguments: foreign)
  func recognised(name: String, text: String) throws {
    let message = try #require(try message(text))
    #expect(message.hasPrefix("This reads as \(name)."), "\(message)")
  }

  @Test(
    "English is left alone, whatever it borrows",
    arguments: [
      "Flu shots for the whole family, every weekday from 8 to 4.", "Vaccines!", "Hola, Nashville!", "Merci.",
      "omg ur the best, tysm 4 the cookies u guys", "No, no, no. Not me. No!", "La la la la la.",
      "Juan de la Cruz wins El Paso race", "Meet Dr. María José de los Ángeles Núñez, our new surgeon.",
      "Salon des Refusés at the Hôpital de la Salpêtrière, Paris", "Café au lait spots: when to see a doctor",
      "#SaludParaTodos #VacunasYa #ElPaso @clinica_del_sol", "https://clinica.example/la/vacuna/para/los/ninos.html",
      "Die in, die hard: our resuscitation team on tour", "α-synuclein and β-amyloid, explained",
      "рatient and раtients", "𝗙𝗹𝘂 𝘀𝗵𝗼𝘁𝘀 𝗳𝗼𝗿 𝘁𝗵𝗲 𝘄𝗵𝗼𝗹𝗲 𝗳𝗮𝗺𝗶𝗹𝘆", "i w8 4 u o.O", "ER RN MD DO PA-C",
      "Take two pills a day.",
      "Our nurses speak Spanish, Polish and 中文.", "C'est la vie! See you at the fair.",
      "Ja, we know: winter is here. Get your flu shot.",
    ])
  func english(text: String) throws {
    #expect(try message(text) == nil)
  }

  @Test("one paragraph in another language is enough, and it is where the finding is")
  func paragraphs() throws {
    let head = ["author: someone", "channels: [facebook]", "about: none", "account: organization"]
    let text = "Flu shots are free this Saturday.\n\nLas vacunas contra la gripe son gratis este sábado.\n"
    let finding = try #require(try DeclaredDrafts().findings(head, text, of: [Self.rule]).first)
    #expect(finding.range.start.line == 9 && finding.severity == .approve && finding.roles == ["privacy-officer"])
  }

  @Test("a declared language counts, and English declared does not hide another one")
  func declared() throws {
    #expect(try message("Ok!", ["lang: fr-CA"]) == "It is declared to be in French. " + (try sentence()))
    #expect(try message("Ok!", ["lang: tlh"])?.hasPrefix("It is declared to be in a language of the tag tlh.") == true)
    #expect(try message("Ok!", ["lang: en-US"]) == nil)
    #expect(try message("La vacuna es gratis para los niños de la clínica.", ["lang: en"]) != nil)
  }

  private func sentence() throws -> String {
    let rule = try BuiltinRules.ruleSet(packs: ["core"]).rules.first { $0.id == Self.rule }
    return try #require(rule).message
  }

  @Test("the rules for Spanish hold for posts in Spanish, for those declared so, and with their pack for all")
  func pack() throws {
    let head = ["author: someone", "channels: [facebook]", "about: none", "account: organization"]
    let short = "Mi paciente."
    func rules(_ declared: [String], organisation: String = "version: 1") throws -> [String] {
      try DeclaredDrafts(organisation: organisation).findings(head + declared, short, of: ["es/"]).map(\.rule)
    }
    #expect(try rules([]).isEmpty)
    #expect(try rules(["lang: es-US"]) == ["es/patient-anecdote"])
    #expect(try rules([], organisation: "version: 1\npacks: [core, es]") == ["es/patient-anecdote"])
    let long = try DeclaredDrafts().findings(head, "Tengo una paciente que nunca llega a la hora.", of: ["es/"])
    #expect(long.map(\.rule) == ["es/patient-anecdote"])
  }
}
