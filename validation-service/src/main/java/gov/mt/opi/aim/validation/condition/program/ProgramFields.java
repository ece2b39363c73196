package gov.mt.opi.aim.validation.condition.program;

import gov.mt.opi.aim.contracts.layout.RecordType;

/** Indexes of the fields that conditions of PP look at. */
final class ProgramFields {

    static final int SPED_STATUS = index("spedStatus");
    static final int SECTION_504 = index("section504");
    static final int TITLE_I_PARTICIPATION = index("titleIParticipation");
    static final int TITLE_I_PROGRAM_TYPE = index("titleIProgramType");
    static final int TITLE_I_READING = index("titleIReading");
    static final int TITLE_I_SUPPORT_OTHER = index("titleISupportOther");
    static final int HOMELESS = index("homeless");
    static final int MCKINNEY_VENTO = index("mcKinneyVento");
    static final int RESIDENCE = index("homelessNightTimeResidence");
    static final int UNACCOMPANIED_YOUTH = index("unaccompaniedYouth");
    static final int LANGUAGE_OF_IMPACT = index("languageOfImpact");
    static final int LEP_STATUS = index("lepStatus");
    static final int DATE_ENTERED_LEP = index("dateEnteredLep");
    static final int TITLE_III = index("titleIII");
    static final int IMMIGRANT = index("immigrant");
    static final int IMMIGRANT_DATE = index("immigrantDateEnteredUsSchool");
    static final int YEAR = index("year");

    private ProgramFields() {}

    private static int index(String property) {
        return RecordType.PP.layout().field(property).index();
    }
}
