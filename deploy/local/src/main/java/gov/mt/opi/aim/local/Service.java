package gov.mt.opi.aim.local;

import java.nio.file.Path;

/** The four services, in the order in which a record passes them. */
public enum Service {
    INTAKE("intake-service", 8081),
    VALIDATION("validation-service", 8082),
    STATE_STORE("state-store-service", 8083),
    REPORTING("reporting-service", 8084);

    private final String module;
    private final int port;

    Service(String module, int port) {
        this.module = module;
        this.port = port;
    }

    /** The name of its module, its process and its log. */
    public String module() {
        return module;
    }

    /** The HTTP port without an offset. */
    int port() {
        return port;
    }

    /** The packaged service under the root of the project. */
    public Path jar(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
