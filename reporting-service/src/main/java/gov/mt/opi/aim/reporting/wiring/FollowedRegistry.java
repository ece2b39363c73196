package gov.mt.opi.aim.reporting.wiring;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.reporting.registry.Registry;
import java.util.Collection;

/** The registry as its topics say it. */
record FollowedRegistry(RegistryView view) implements Registry {

    @Override
    public Collection<District> districts() {
        return view.districts();
    }

    @Override
    public Collection<School> schools() {
        return view.schools();
    }

    @Override
    public Collection<Calendar> calendars() {
        return view.calendars();
    }
}
