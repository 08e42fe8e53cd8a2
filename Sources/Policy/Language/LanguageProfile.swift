/// What is typical of the languages that are written in Latin letters: their most frequent words, and letters that
/// English does not use.
///
/// Public facts, written down for this purpose; accents are left out, as they are in many posts. A word that stands in
/// several lists speaks for each of them, but not against any.
enum LanguageProfile {
  /// The languages with a list, by their bit; English is the first.
  static let languages: [Language] = lists.map(\.language)

  /// By packed word: the languages it is frequent in.
  static let words: WordTable = {
    var words = WordTable(capacity: 4_096)
    for (bit, list) in lists.enumerated() {
      var word = PackedWord()
      for byte in Array(list.words.utf8) + [0x20] {
        // Words are parted by spaces and ends of lines.
        if byte > 0x20 {
          word.add(byte)
        } else {
          if let key = word.value { words.add(1 << UInt32(bit), to: key) }
          word = PackedWord()
        }
      }
    }
    return words
  }()

  /// By letter: the languages that use it, of those above.
  static let letters: [UInt32: UInt32] = {
    var letters: [UInt32: UInt32] = [:]
    for (bit, list) in lists.enumerated() {
      for scalar in list.letters.unicodeScalars { letters[scalar.value, default: 0] |= 1 << UInt32(bit) }
    }
    return letters
  }()

  private static let lists: [(language: Language, letters: String, words: String)] = [
    (
      .english, "",
      """
      the of and to in is it you that he was for on are as with his they i at be this have from or one had by but not
      what all were we when your can said there use an each which she do how their if will up other about out many then
      them these so some her would make like him into time has look two more go see no way could people my than first
      been call who its now find long down day did get come made may part our me us am off over after before because
      here just very most much only also any why where while during through every new free help today tonight week need
      please join learn know health care patients patient doctor doctors nurse nurses hospital clinic vaccine children
      women men study says year years don't can't it's you're we're i'm let's does should between against under a
      """
    ),
    (
      .spanish, "ñáíóú¿¡",
      """
      el la los las un una unos unas de del al y o que en es son por para con sin sobre como pero mas muy su sus mi mis tu
      tus se lo le les nos me te no si ya hay fue era ser esta este esto estos estas esa ese eso estan estamos tiene tienen
      tenemos puede pueden puedes cuando donde quien porque todo todos toda todas hoy ayer manana anoche semana dia dias ano
      anos hasta desde entre contra nuestra nuestro nuestros nuestras usted ustedes ella ellos gracias salud
      vacuna vacunas gripe paciente pacientes hospital clinica medico doctora enfermera enfermeras madre hijo hija ninos familia
      hacer hace haga llame visite tambien solo antes despues ahora aqui otra otro vez asi mejor nunca siempre
      """
    ),
    (
      .portuguese, "ãõçâêôáíóú",
      """
      o os as um uma uns umas de do da dos das em no na nos nas e ou que por para com sem sobre como mas mais muito seu sua
      seus suas meu minha se lhe nao sim ja foi era ser esta este isso isto essa esse estao tem pode podem voce voces quando
      onde quem porque todo todos toda todas hoje ontem amanha semana dia dias ano anos ate desde entre contra nossa nosso
      nossos nossas ela eles elas obrigado saude vacina vacinas gripe paciente pacientes hospital medico enfermeira mae filho
      filha criancas familia fazer faz tambem so antes depois agora aqui outra outro vez assim melhor nunca sempre pelo pela
      """
    ),
    (
      .french, "éèêàâçîôûùœë",
      """
      le la les un une des du de et ou que qui en est sont par pour avec sans sur comme mais plus tres son sa ses mon ma mes
      notre nos votre vos leur leurs se ce cet cette ces il elle ils elles nous vous je tu on ne pas si deja ete etre avoir a
      ont peut peuvent quand car tout tous toute toutes hier demain semaine jour jours an ans jusqu depuis
      entre contre merci sante vaccin vaccins grippe patients hopital medecin infirmiere mere enfant enfants famille faire
      fait aussi avant apres maintenant ici autre fois ainsi mieux jamais toujours aux au dans chez c'est d'un d'une
      """
    ),
    (
      .italian, "àèéìòù",
      """
      il lo la i gli le un uno una di del della dei delle dal dalla nel nella al alla ai e o che in per con senza su sul
      sulla come ma piu molto suo sua suoi mio mia si ci non se gia stato essere questo questa questi queste ha hanno sono
      puo possono quando dove chi perche tutto tutti tutta tutte oggi ieri domani settimana giorno giorni anno anni fino da
      tra fra contro nostra nostro nostri nostre voi loro lei grazie salute vaccino vaccini influenza paziente pazienti
      ospedale medico infermiera madre figlio figlia bambini famiglia fare fa anche solo prima dopo ora qui altra altro
      volta cosi meglio mai sempre
      """
    ),
    (
      .german, "äöüß",
      """
      der die das den dem des ein eine einen einem einer und oder dass in ist sind war mit ohne auf wie aber mehr sehr sein
      seine ihr ihre ihren mein meine unser unsere sich es er sie wir ich nicht kein keine ja schon wurde werden haben hat
      kann konnen wenn wo wer weil alle alles heute gestern morgen woche tag tage jahr jahre bis seit zwischen gegen euch
      danke gesundheit impfung impfungen grippe patient patienten krankenhaus klinik arzt schwester mutter kind kinder
      familie machen macht auch nur vor nach jetzt hier andere mal so besser nie immer bei beim zum zur vom von zu fur im am
      """
    ),
    (
      .dutch, "ëï",
      """
      de het een en of dat die in is zijn was met zonder op voor als maar meer zeer zijn haar hun mijn onze ons zich er hij
      zij ze wij we ik je jij u niet geen al werd worden hebben heeft heb kan kunnen wanneer waar wie omdat alle alles
      vandaag gisteren morgen dag dagen jaar tot sinds tussen tegen bedankt gezondheid vaccin griep patient
      patienten ziekenhuis arts verpleegkundige moeder kind kinderen familie maken ook alleen voor nu hier andere keer zo
      beter nooit altijd bij naar van aan deze dit ben bent uw
      """
    ),
    (
      .polish, "ąćęłńóśźż",
      """
      i w na z ze do nie sie jest to co jak ale czy po od za przez dla bez o u lub oraz ze ktory ktora ktore jego jej ich
      moj moja nasz nasza nasi my wy oni ona on byl byla bylo byc ma maja moze mozna kiedy gdzie kto bo wszystko wszyscy
      dzis dzisiaj wczoraj jutro tydzien dzien dni rok lat az przed przeciw dziekuje dziekujemy zdrowie szczepionka grypa
      pacjent pacjenci szpital lekarz matka dziecko dzieci rodzina tez tylko teraz tutaj zawsze nigdy juz prosze
      """
    ),
    (
      .romanian, "ăâîșțşţ",
      """
      si in la de cu pe din pentru care este sunt nu se o un ca mai sau dar prin fara foarte sa lui ei lor noastre noastra
      nostru dumneavoastra fost fi are au poate pot cand unde cine deoarece toate toti azi astazi ieri maine saptamana zi
      zile an ani pana intre contra multumim multumesc sanatate sanatatea vaccin gripa pacient pacienti pacientii spital
      medic medicul asistenta mama copil copii familie familia face doar acum aici alt alta mereu niciodata va rugam
      """
    ),
    (
      .turkish, "ğışöüç",
      """
      ve bir bu da de icin ile ne mi mu cok daha en gibi ama veya hem her sey biz siz ben sen onlar bizim sizin degil var yok
      oldu olan olarak olmak eder kadar sonra once simdi bugun dun yarin hafta gun yil ise ya ki tum hic nasil nerede
      neden kim saglik asi asisi grip hasta hastalar hastane doktor hemsire anne cocuk cocuklar aile lutfen tesekkurler
      """
    ),
    (
      .vietnamese, "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
      """
      va cua la co cho khong voi cac mot nhung duoc trong khi nay den tu ban chung toi se da ve cung nguoi phai hay
      neu vi nhu rat nhieu hom ngay tuan nam benh vien bac si suc khoe tiem chung vac xin
      """
    ),
    (
      .tagalog, "",
      """
      ang ng mga sa na ay po ko mo ka siya kami kayo tayo sila namin natin inyo inyong aming ating ito iyan iyon dito hindi
      para kung ni si nina sina may mayroon wala lahat bawat ngayon bukas kahapon araw linggo taon dahil upang pero habang
      bakuna kalusugan pasyente ospital doktor nars anak bata mga pamilya salamat pumunta magpabakuna lang din rin ba
      """
    ),
    (
      .haitian, "èòà",
      """
      nan ak pou ki yo nou ou li mwen pa se te ap gen sa tout moun la yon kont sou lè men kote kijan poukisa jodi a
      semenn jou ane vaksen sante pasyan lopital dokte enfimye timoun fanmi mesi tanpri vini pran ka kapab anpil plis
      """
    ),
    (
      .indonesian, "",
      """
      yang dan di ke dari untuk dengan ini itu tidak adalah pada dalam akan anda kami kita saya mereka dia oleh juga sudah
      bisa dapat harus atau karena jika saat hari ini minggu tahun semua lebih sangat kesehatan vaksin pasien rumah sakit
      dokter perawat ibu anak keluarga terima kasih silakan agar tetapi sebagai para telah bagi
      """
    ),
    (
      .somali, "",
      """
      waa iyo ka ku oo u uu ay waxaa waxay soo la si aan aad ee ah wax in ma haddii laakiin kale dhammaan maanta berri
      toddobaadka sanadka caafimaadka caafimaad tallaalka tallaal bukaanka isbitaalka dhakhtar carruurta qoyska fadlan
      mahadsanid waxaan waxaad leh ayaa ayay inuu inay kuwa marka
      """
    ),
    (
      .hmong, "",
      """
      thiab rau koj kev tau cov ntawm yog los hauv uas peb lawv kuv nws muaj tsis mus tuaj nrog yuav tias lub tus ib leej
      neeg noj qab haus huv kho mob tshuaj txhaj hnub no lub limtiam xyoo thov
      """
    ),
    (
      .swedish, "åäö",
      """
      och att det som en ett av ar den for pa med till inte om var har de ni du jag vi ska kan eller men nar vad vem
      alla idag igar imorgon vecka dag dagar mot mellan utan oss er vara vart tack halsa vaccin patient patienter
      sjukhus lakare mamma barn familj ocksa nu har andra gang battre aldrig alltid efter fore
      """
    ),
    (
      .danish, "æøå",
      """
      og at det som en et af er den for pa med til ikke om var har de i du jeg vi skal kan eller men nar hvad hvem hvor
      alle dag uke uge dager dage mot mod mellem mellom uten uden oss os deres vore vores takk tak helse sundhed
      vaksine vaccine pasient pasienter patienter sykehus sygehus lege mor barn born familie ogsa na nu her bedre aldri
      aldrig alltid altid etter efter fra ble blev
      """
    ),
    (
      .finnish, "äö",
      """
      ja on ei se etta en han oli ovat mutta tai kun jos niin myos vain kuin ole olla me te he mina sina tama nama joka jotka
      kaikki tanaan eilen huomenna viikko paiva vuosi kanssa ilman vastaan kiitos terveys rokote rokotus potilas potilaat
      sairaala laakari hoitaja aiti lapsi lapset perhe nyt taalla aina koskaan
      """
    ),
    (
      .czech, "áčďéěíňóřšťúůýž",
      """
      a je se na v ze s z do to ne ale jako nebo po pro pri od za bez jsou byl byla bylo byt ma maji muze kdyz kde kdo protoze
      vsechno vsichni dnes vcera zitra tyden den dny rok let az proti mezi nas nase vas vase ona oni dekujeme dekuji zdravi
      ockovani chripka pacient pacienti nemocnice lekar sestra matka dite deti rodina take jen nyni tady vzdy nikdy prosim
      """
    ),
    (
      .hungarian, "áéíóöőúüű",
      """
      a az egy es hogy nem is van volt meg csak de ha mint vagy ez ezt azt ami aki mert minden ma holnap tegnap het nap
      ev evek ig ellen nelkul koszonjuk koszonom egeszseg oltas beteg betegek korhaz orvos anya gyermek gyerekek csalad most itt
      mindig soha kerjuk mi ti ok nagyon lesz
      """
    ),
    (
      .welsh, "ŵŷâê",
      """
      yn y yr ac a i o ar am gan wedi mae oedd sydd bod eich ein chi ni nhw hi ef fe'r i'r o'r a'r heddiw yfory ddoe wythnos
      dydd blwyddyn iechyd brechlyn ffliw ysbyty meddyg nyrs plant teulu diolch gyda neu ond pan sut beth pawb
      """
    ),
    (
      .irish, "áéíóú",
      """
      agus an na is ar go le do ag i ta se si leis seo sin bhi nach ach mar chun inniu inne amarach seachtain bliain slainte
      vacsain ospideal dochtuir altra paisti teaghlach raibh maith agat sibh sinn muid nil feidir gach
      """
    ),
  ]
}

/// Up to twelve letters as one number, so that a word is looked up without building a string.
struct PackedWord {
  private var bits: UInt64 = 0xCBF2_9CE4_8422_2325
  private var count = 0

  /// Adds one letter or apostrophe of ASCII in lower case.
  mutating func add(_ byte: UInt8) {
    count += 1
    // Fowler, Noll and Vo's hash: the words of the lists all have numbers of their own.
    bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// nil for no letters and for a longer word.
  var value: UInt64? { (1...12).contains(count) ? bits : nil }
}
