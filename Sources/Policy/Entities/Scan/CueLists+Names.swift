extension CueLists {
  /// Words that may be capitalised in running text and are no part of a name.
  static let neverNames = """
    i a an the this that these those he she it we you they my your his her our their its and or but if so as at by for \
    from in into of off on onto out over to up with without what when where which who whom whose why how is are was \
    were be been being am do does did done has have had having can could may might must shall should will would not no \
    yes all any both each every few many more most much none other some such than then there here now today tonight \
    tomorrow yesterday please thank thanks also just only very too about after before again while during because \
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september \
    october november december hospital clinic patient patients doctor doctors nurse nurses medicine medical health \
    care covid flu vaccine vaccines type stage class english spanish american african asian hispanic european british welsh scottish leone \
    irish australian canadian indian chinese mexican french german italian japanese black white latino jewish muslim \
    christian catholic god lord jesus christ easter christmas thanksgiving halloween ramadan diwali hanukkah facebook \
    twitter instagram tiktok youtube google apple amazon linkedin medicare medicaid obamacare congress senate \
    republican republicans democrat democrats aspirin tylenol advil ibuprofen metformin insulin warfarin lisinopril \
    atorvastatin prednisone lipitor plavix eliquis xarelto humira enbrel keytruda ozempic wegovy viagra prozac zoloft \
    male female man woman boy girl guidelines recommendations management treatment prognosis effectiveness efficacy \
    considering current updated latest best preferred comparison approach early dosage therapeutic difference \
    new north south east west northern southern eastern western great good bad big little old young happy dear \
    hello hi hey welcome congratulations join meet read watch learn see call visit book ask tell get go come make \
    let look take give keep know think say help need want use find try don't doesn't can't won't isn't aren't \
    mr mrs ms miss dr doctor prof professor sir dame rev reverend mister
    """
}
