/// The cue words by what they announce.
enum CueLists {
  static let all: [(Cues, String)] = [
    (.month, months), (.weekday, weekdays), (.ordinalEnding, "st nd rd th"), (.ordinalWord, ordinals),
    (.numberWord, numbers), (.dateCue, dateCues), (.ageCue, ageCues), (.pastCue, "last"),
    (.clockWord, "noon midnight midday"), (.recordCue, recordCues), (.planCue, planCues), (.accountCue, accountCues),
    (.licenceCue, licenceCues), (.vehicleCue, vehicleCues), (.deviceCue, deviceCues), (.nationalCue, nationalCues),
    (.otherCue, otherCues), (.phoneCue, phoneCues), (.faxCue, "fax faxed facsimile telefax"),
    (.codeFiller, codeFillers), (.weakCue, weakCues), (.spelledDot, "dot"), (.street, streets),
    (.facility, facilities), (.facilityPart, facilityParts), (.state, states), (.stateCode, stateCodes),
    (.placePreposition, placePrepositions), (.careVerb, careVerbs), (.institution, institutions), (.unit, units),
    (.title, titles), (.relation, relations), (.naming, naming), (.patient, patients), (.eponymHead, eponymHeads),
    (.eponym, eponyms), (.particle, particles), (.credential, credentials), (.neverName, neverNames),
    (.organisation, organisations), (.personVerb, personVerbs),
  ]

  private static let months = """
    january february march april may june july august september october november december jan feb mar apr jun jul \
    aug sep sept oct nov dec
    """
  private static let weekdays = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    """
  private static let ordinals = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    """
  private static let numbers = """
    zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred twenties \
    thirties forties fifties sixties seventies eighties nineties
    """
  private static let ageCues = """
    age aged ages turned turning turns nonagenarian nonagenarians centenarian centenarians supercentenarian
    """
  private static let dateCues = """
    on since dob born birth birthdate birthday dated date until till from by before after due through seen visited \
    visit admitted discharged admit discharge dod died
    """
  private static let recordCues = """
    mrn mrns mr medrec specimens biopsy swab path slide sample chart record records accession specimen encounter visit csn har urn hospital emr ehr patient pt \
    hosp episode file acc rec
    """
  private static let planCues = """
    insurance insur ins insurer policy member membership beneficiary subscriber group hicn hbn plan mbi medicare \
    medicaid payer payor hpn bcbs aetna cigna humana coverage
    """
  private static let accountCues =
    "account acct acc iban card routing aba bank sort visa mastercard amex invoice billing"
  private static let licenceCues = """
    license licence lic dl npi dea certificate cert passport gmc nmc gdc ahpra registration cln permit
    """
  private static let vehicleCues = "vin plate plates reg registration tag"
  private static let deviceCues = "serial s sn udi imei device pacemaker icd implant lot gtin"
  private static let nationalCues = """
    ssn ss social nhs ppsn pps sin tfn itin nino ni medicare chi nric hcn ohip ihi
    """
  private static let otherCues = """
    id ref reference case claim tracking confirmation order ticket badge employee student study site subject \
    participant enrollment enrolment booking voucher identifier identifiers code token pin authorization referral \
    prescription rx docket incident
    """
  private static let phoneCues = """
    phone phones tel telephone ph call called calling text texted contact cell cellphone mobile mob pager page paged \
    ring reach dial whatsapp landline hotline
    """
  private static let codeFillers = """
    number numbers num no nr nbr id ids is was are code identifier the his her their hers as of to under with at for \
    me us him them it on out it's and record card security ending last four
    """
  private static let weakCues = """
    mr rec chart specimens biopsy swab path slide sample record records specimen encounter visit hospital patient pt hosp episode file acc har urn fin insurance \
    insur ins insurer policy member membership beneficiary subscriber group plan coverage medicare medicaid payer \
    payor account card routing bank sort visa invoice billing license licence lic certificate cert passport \
    registration permit plate plates reg tag serial device pacemaker icd implant lot ref social ss ni sin \
    id reference case claim tracking confirmation order ticket badge employee student study site subject participant \
    enrollment enrolment booking voucher identifier identifiers code token pin authorization referral prescription rx docket incident chi \
    acct aetna cigna humana bcbs medrec emr ehr dl nmc gmc
    """
  private static let streets = """
    street st road rd avenue ave av lane ln drive dr boulevard blvd court ct place pl terrace ter way parkway pkwy \
    circle cir highway hwy square sq close crescent cres gardens grove mews parade row quay hill trail trl turnpike \
    alley loop plaza walk esplanade
    """
  private static let facilities = """
    hospital hospitals hosp clinic clinics infirmary hospice sanatorium polyclinic medcenter healthcare health
    """
  private static let facilityParts = """
    medical med general gen memorial regional university community children's childrens veterans va county city \
    methodist presbyterian baptist lutheran jewish catholic adventist mercy sacred heart cancer institute \
    rehabilitation rehab nursing care senior living eye surgical surgery orthopedic pediatric women's womens heart \
    saint st mount mt good samaritan center centre ctr health system trust foundation college school teaching royal box home \
    victoria queen prince princess king's queen's neurology family primary dental urgent behavioral behavioural \
    mental psychiatric
    """
  private static let states = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois \
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana \
    nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming \
    ontario quebec manitoba saskatchewan alberta queensland tasmania
    """
  private static let stateCodes = """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa \
    ri sc sd tn tx ut vt va wa wv wi wy dc pr on qc bc ab mb sk ns nb nl pe yt nt nu nsw vic qld tas act uk ie
    """
  private static let placePrepositions = """
    in from near at around outside to of between visiting live lives lived living resides residing resident residents \
    downtown metro our the moved leaving serving across
    """
  private static let careVerbs = """
    seen treated admitted evaluated hospitalized hospitalised presented presenting presents visited visits visit \
    followed assessed diagnosed operated examined monitored consulted transferred referred observed discharged \
    reviewed screened delivered born died stay stayed appointment surgery treatment tx'd txd care patient surgeon \
    pt tx dx eval follow followup dialysis rehab checkup intubated scanned rushed taken brought
    """
  private static let institutions = """
    ucsf ucla ucsd uchicago nyu upmc uwmc utsw utmb mgh bwh jhh hup chop chla mskcc vumc unc ohsu ucla bronxcare \
    lahey kaiser mayo cedars cedar johns john mass mount mt beth baylor stanford vanderbilt barnes dana brigham geisinger \
    intermountain sutter ascension banner scripps emory tufts duke yale rush wellstar atrium novant advocate spectrum \
    montefiore bellevue maimonides northwell langone houston anderson md moffitt parkland grady cook sinai
    """
  private static let units = "apt apartment unit suite ste flat room floor bldg building"
  private static let titles = """
    mr mrs ms miss mister dr doctor prof professor sir dame rev reverend pastor fr rabbi imam sgt capt lt sister mx \
    nurse judge senator sen rep gov governor officer
    """
  private static let relations = """
    wife husband daughter son mother father mom mum dad sister brother aunt uncle cousin niece nephew grandmother \
    grandfather grandma grandpa nan nana granny fiance fiancee partner spouse friend neighbour neighbor boyfriend \
    girlfriend stepson stepdaughter grandson granddaughter twin twins baby widow widower caregiver carer
    """
  private static let naming = "named called name surname nickname alias aka nee initials"
  private static let patients = """
    patient patients pt pts resident client inpatient outpatient veteran man woman boy girl male female lady gentleman \
    toddler infant child kid teen newborn survivor victim guy
    """
  private static let eponymHeads = """
    disease syndrome sign score scores test catheter scale scales trial reflex law maneuver manoeuvre criteria \
    classification procedure operation fracture palsy lymphoma tumor tumour sarcoma anemia anaemia esophagus \
    oesophagus contracture phenomenon index lobe position method technique needle clamp forceps line tube stain \
    angina chorea hernia paralysis ataxia neuropathy thyroiditis arteritis granulomatosis dementia factor virus \
    fever rule rules grade bacillus cells ulcer ring triad nodes nephropathy diseases syndromes lesion cyst ligament \
    canal sinus node reaction risk study studies questionnaire stage staging modification
    """
  private static let eponyms = """
    parkinson parkinsons alzheimer alzheimers crohn crohns hodgkin hodgkins huntington huntingtons wilson addison addisons cushing \
    cushings barrett barretts marfan wells gleason framingham babinski chaddock foley apgar bishop braden glasgow \
    rutherford duke mcisaac centor guillain barre barré stevens johnson raynaud raynauds sjogren hashimoto graves \
    tourette tourettes asperger aspergers bell bells lou gehrig lewy down downs turner klinefelter kawasaki lyme \
    ludwig meniere menieres paget pagets hirschsprung ehlers danlos von willebrand charcot fontan whipple billroth roux ross \
    norwood hartmann mohs heimlich valsalva kegel kegels pap papanicolaou tanner mallampati ranson child pugh killip ferriman gallwey \
    hamilton beck morse norton waterlow homan homans murphy mcburney rovsing kernig brudzinski romberg tinel phalen \
    lachman trendelenburg doppler holter swan ganz hickman broviac yankauer kocher penrose jackson pratt ebola zika coxsackie epstein barr \
    kaposi burkitt ewing wilms merkel bowen peyronie osgood schlatter perthes legg calve scheuermann dupuytren colles smith's \
    pott monteggia salter harris weber gustilo takotsubo brugada wolff parkinson's white fallot eisenmenger kartagener gilbert \
    rotor dubin crigler najjar tay sachs gaucher fabry pompe hurler hunter lesch nyhan prader willi angelman rett \
    williams noonan turner's edwards patau friedreich creutzfeldt jakob korsakoff wernicke pick binswanger horner \
    adie bartonella salmonella montgomery ishihara snellen rorschach likert nightingale hippocrates mendel darwin koch pasteur \
    salk sabin fleming mantoux coombs giemsa gram papworth epley dix hallpike spurling mcmurray thomas charlson ottawa canadian
    """
  private static let particles = "van von de la le du da di del della den der bin ibn al el mac mc st o ter ten dos das"
  private static let credentials = "md do rn np pa phd dds dpm lpn cna lcsw pharmd facs frcs mbbs jr sr esq bsn msn dnp"
  private static let organisations = """
    foundation act awards award society association alliance committee council college university institute school \
    inc ltd llc corp company group trust fund bank pharmaceuticals pharma labs laboratories insurance park bridge \
    airport stadium library museum church cathedral prize medal lecture fellowship journal news times post magazine \
    radio show amendment court house administration center centre hall road street avenue river lake mountain county \
    city valley beach island islands bay pharmacy press research report project initiative campaign network week day \
    month program programme coalition clinic hospital health
    """
  private static let personVerbs = """
    was is has had said says told came went got asked died lived lives loves loved wants needs came presented \
    who whose underwent visited called thinks wrote writes joined suffers suffered turned celebrates
    """
}
