package gov.mt.opi.aim.chassis.security;

import gov.mt.opi.aim.chassis.rest.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The one scope check of all services: an OPI role sees every district, a district only itself. */
@RequestScoped
public class Caller {

    /** Claim of the token, and attribute of a local user, that names the caller's legal entity. */
    static final String LEGAL_ENTITY = "legal_entity";

    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String name() {
        return identity.getPrincipal().getName();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** True for the roles of the state office. */
    public boolean isOpi() {
        return Roles.OPI.stream().anyMatch(identity::hasRole);
    }

    /** The only district whose data the caller may see; empty when it may see all. */
    public Optional<String> onlyDistrict() {
        return isOpi() ? Optional.empty() : Optional.of(legalEntity().orElse(""));
    }

    public boolean maySee(String districtNumber) {
        return onlyDistrict().map(districtNumber::equals).orElse(true);
    }

    /**
     * The district that a list is to be narrowed to: what the caller asked for within what it may see.
     *
     * @throws Problem 404 when it asked for another district's data
     */
    public Optional<String> scope(Optional<String> asked) {
        asked.filter(district -> !maySee(district)).ifPresent(district -> {
            throw Problem.notFound("There is no district " + district + " that you may see.");
        });
        return asked.or(this::onlyDistrict);
    }

    private Optional<String> legalEntity() {
        Object attribute = identity.getAttribute(LEGAL_ENTITY);
        if (attribute == null && identity.getPrincipal() instanceof JsonWebToken token) {
            attribute = token.getClaim(LEGAL_ENTITY);
        }
        return Optional.ofNullable(attribute).map(Object::toString);
    }
}
