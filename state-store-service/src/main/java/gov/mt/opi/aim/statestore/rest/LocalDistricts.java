package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.security.RegisteredDistricts;
import gov.mt.opi.aim.statestore.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;

/** The registry of this service itself says which districts may sign in locally. */
@ApplicationScoped
public class LocalDistricts implements RegisteredDistricts {

    private final Registry registry;

    LocalDistricts(Registry registry) {
        this.registry = registry;
    }

    @Override
    public boolean isRegistered(String districtNumber) {
        return registry.hasDistrict(districtNumber);
    }
}
