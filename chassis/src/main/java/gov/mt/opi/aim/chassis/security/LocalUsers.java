package gov.mt.opi.aim.chassis.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The users of the local run: {@code opi} with all OPI roles, and {@code district-<number>} for every registered legal
 * entity, each with its name as its password. Where local users are off, nobody signs in this way.
 */
@ApplicationScoped
public class LocalUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final Pattern DISTRICT_USER = Pattern.compile("district-([1-9][0-9]{0,3})");

    private final SecurityConfig config;
    private final RegisteredDistricts districts;

    @Inject
    LocalUsers(SecurityConfig config, RegisteredDistricts districts) {
        this.config = config;
        this.districts = districts;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        // Asking the registry may wait for the broker or the database, which an I/O thread must not do.
        return context.runBlocking(() ->
                signIn(request.getUsername(), new String(request.getPassword().getPassword())));
    }

    private SecurityIdentity signIn(String name, String password) {
        if (!config.localUsers() || !name.equals(password)) {
            throw new AuthenticationFailedException();
        }
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name));
        if (name.equals("opi")) {
            return identity.addRoles(Roles.OPI).build();
        }
        Matcher district = DISTRICT_USER.matcher(name);
        if (district.matches() && districts.isRegistered(district.group(1))) {
            return identity.addRoles(Roles.DISTRICT)
                    .addAttribute(Caller.LEGAL_ENTITY, district.group(1))
                    .build();
        }
        throw new AuthenticationFailedException();
    }
}
