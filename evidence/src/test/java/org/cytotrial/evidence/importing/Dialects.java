package org.cytotrial.evidence.importing;

/// The paper of [DialectsTest] as each program would write it. It does not exist.
final class Dialects {
  static final String RIS_ENDNOTE =
      """
      TY  - JOUR
      AU  - Müller, Anna K.
      AU  - O'Neill, B.
      TI  - Interleukin-7 in mice with melanoma: a trial nobody did
      T2  - Journal of Invented Results
      PY  - 2019
      DA  - 2019/05/07
      VL  - 12
      IS  - 3
      SP  - 101
      EP  - 109
      DO  - https://doi.org/10.5555/none.2019.7
      AB  - BACKGROUND: First line
      that goes on in the next.
      ER  -
      """;
  static final String RIS_EMBASE =
      """
      TY  - JOUR
      M3  - Article
      Y1  - 2019
      VL  - 12
      IS  - 3
      SP  - 101
      EP  - 109
      JF  - Journal of Invented Results
      JO  - J. Invent. Res.
      DB  - Embase
      L2  - http://dx.doi.org/10.5555/none.2019.7
      A1  - Müller, A.K.
      A1  - O'Neill, B.
      T1  - Interleukin-7 in mice with melanoma: a trial nobody did
      ER  -
      """;
  static final String RIS_COCHRANE =
      """
      Record #1 of 1
      Provider: Nobody
      Content: text/plain; charset="UTF-8"

      TY  -  JOUR
      A1  -  Müller, A
      A1  -  O'Neill, B
      T1  -  Interleukin-7 in mice with melanoma: a trial nobody did
      JA  -  Journal of Invented Results
      PY  -  2019
      VL  -  12
      IS  -  3
      SP  -  101‐109
      C3  -  PUBMED 99999999
      DO  -  10.5555/none.2019.7
      ER  -
      """
          .replace('‐', '-');
  static final String RIS_OVID =
      """
      1.
      TY  - JOUR
      T1  - Interleukin-7 in mice with melanoma: a trial nobody did.
      A1  - Müller, Anna K
      A1  - O'Neill, Brian
      Y1  - 2019//
      JF  - Journal of Invented Results
      VL  - 12
      IS  - 3
      SP  - 101
      EP  - 9
      M3  - doi: 10.5555/none.2019.7
      ER  -
      """;
  static final String NBIB =
      """
      PMID- 99999999
      OWN - NLM
      VI  - 12
      IP  - 3
      DP  - 2019 May 7
      TI  - Interleukin-7 in mice with melanoma: a trial
            nobody did.
      PG  - 101-9
      LID - 10.5555/none.2019.7 [doi]
      FAU - Müller, Anna K
      AU  - Müller AK
      FAU - O'Neill, Brian
      AU  - O'Neill B
      PT  - Journal Article
      JT  - Journal of Invented Results
      """;
  static final String PUBMED_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE PubmedArticleSet SYSTEM "http://127.0.0.1:9/must-not-be-read.dtd">
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">99999999</PMID>
      <Article><Journal><JournalIssue><Volume>12</Volume><Issue>3</Issue>
      <PubDate><MedlineDate>2019 May-Jun</MedlineDate></PubDate></JournalIssue>
      <Title>Journal of Invented Results</Title></Journal>
      <ArticleTitle>Interleukin-7 in <i>mice</i> with melanoma: a trial nobody did.</ArticleTitle>
      <Pagination><StartPage>101</StartPage><EndPage>109</EndPage></Pagination>
      <ELocationID EIdType="doi">10.5555/none.2019.7</ELocationID>
      <AuthorList><Author><LastName>Müller</LastName><ForeName>Anna K</ForeName></Author>
      <Author><LastName>O'Neill</LastName><Initials>B</Initials></Author></AuthorList>
      <PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>
      </Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
      """;
  static final String BIBTEX =
      """
      @string{jir = "Journal of Invented Results"}
      @comment{ignored}
      @article{mueller2019,
        title = {{Interleukin-7} in mice with melanoma: a trial nobody did},
        author = {M{\\"u}ller, Anna K. and O'Neill, Brian},
        journal = jir, year = 2019, volume = "12", number = {3},
        pages = {101--109}, doi = {10.5555/none.2019.7}
      }
      """;
  static final String ENDNOTE_XML =
      """
      <?xml version="1.0" encoding="UTF-8" ?><xml><records><record><rec-number>7</rec-number>
      <ref-type name="Journal Article">17</ref-type><contributors><authors>
      <author><style face="normal">Müller, Anna K.</style></author>
      <author>O'Neill, B.</author></authors></contributors>
      <titles><title><style face="normal">Interleukin-7 in mice with melanoma: </style><style
      face="italic">a trial nobody did</style></title>
      <secondary-title>Journal of Invented Results</secondary-title></titles>
      <pages>101-109</pages><volume>12</volume><number>3</number><dates><year>2019</year></dates>
      <electronic-resource-num>10.5555/none.2019.7</electronic-resource-num>
      </record></records></xml>
      """;
  static final String REFER =
      """
      %0 Journal Article
      %A Müller, Anna K.
      %A O'Neill, B.
      %T Interleukin-7 in mice with melanoma: a trial nobody did
      %J Journal of Invented Results
      %D 2019
      %V 12
      %N 3
      %P 101-109
      %R doi:10.5555/none.2019.7
      """;
  static final String ISI =
      """
      FN Clarivate Analytics Web of Science
      VR 1.0
      PT J
      AU Muller, AK
         O'Neill, B
      AF Müller, Anna K.
         O'Neill, Brian
      TI Interleukin-7 in mice with melanoma: a trial
         nobody did
      SO Journal of Invented Results
      DT Article
      PY 2019
      VL 12
      IS 3
      BP 101
      EP 109
      DI 10.5555/none.2019.7
      PM 99999999
      ER

      EF
      """;
  static final String OVID =
      """
      <1>
      Author
        Müller, Anna K. MD 1;  O'Neill, Brian PhD 2
      Title
        Interleukin-7 in mice with melanoma: a trial nobody did.[Article]
      Source
        Journal of Invented Results.   12(3):101-109, May 2019.
      DOI Number
        10.5555/none.2019.7
      """;
  static final String CONTRACT_CSV =
      """
      record_id,ENTRYTYPE,title,author,year,journal,volume,number,pages,doi
      a1,article,Interleukin-7 in mice with melanoma: a trial nobody did,"Müller, Anna K. and O'Neill, B.",2019,Journal of Invented Results,12,3,101--109,10.5555/NONE.2019.7
      """
          .replace("--", "-")
          .replace("NONE", "none");
  static final String SCOPUS_OLD =
      """
      Authors,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,DOI,Document Type
      "Müller A.K., O'Neill B.",Interleukin-7 in mice with melanoma: a trial nobody did,2019,Journal of Invented Results,12,3,,101,109,10.5555/none.2019.7,Article
      """;
  static final String SCOPUS_NEW =
      """
      "Authors","Author full names","Title","Year","Source title","Volume","Issue","Page start","Page end","DOI"
      "Müller A.K.; O'Neill B.","Müller, Anna K. (1234567); O'Neill, Brian (7654321)","Interleukin-7 in mice with melanoma: a trial nobody did","2019","Journal of Invented Results","12","3","101","109","10.5555/none.2019.7"
      """;
  static final String EMBASE_CSV =
      """
      "SEARCH QUERY","il-7:ti"
      -------------------------------------

      "Title","Author Names","Source title","Publication Year","Volume","Issue","First Page","Last Page","DOI"
      "Interleukin-7 in mice with melanoma: a trial nobody did","Müller A.K., O'Neill B.","Journal of Invented Results","2019","12","3","101","109","10.5555/none.2019.7"
      """;
  static final String TAB_SEPARATED =
      """
      Lens ID\tTitle\tPublication Year\tPublication Type\tSource Title\tAuthor/s\tVolume\tIssue Number\tStart Page\tEnd Page\tDOI
      1\tInterleukin-7 in mice with melanoma: a trial nobody did\t2019\tjournal article\tJournal of Invented Results\t"Anna K. Müller; Brian O'Neill"\t12\t3\t101\t109\t10.5555/none.2019.7
      """;

  private Dialects() {}
}
