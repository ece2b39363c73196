package gov.mt.opi.aim.reporting.registry;

import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import java.util.Collection;

/** The registry as it is now. */
public interface Registry {

    Collection<District> districts();

    Collection<School> schools();

    Collection<Calendar> calendars();
}
