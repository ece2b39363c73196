package gov.mt.opi.aim.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ports that a run takes on 127.0.0.1: 8081 to 8084 for the services, 5433 for the database (5432 is left to one that
 * the machine may have), 9092 for the broker and 9093 for its controller. One offset moves them all.
 */
public final class Ports {

    /** Environment variable that moves all ports. */
    public static final String OFFSET = "AIM_PORT_OFFSET";

    private static final int DATABASE = 5433;
    private static final int BROKER = 9092;
    private static final int OFFSET_MAX = 50_000;

    private final int offset;

    private Ports(int offset) {
        this.offset = offset;
    }

    /**
     * The ports for an offset as it stands in the environment.
     *
     * @param offset a whole number from 0 to 50000; null or blank is 0
     */
    public static Ports withOffset(String offset) {
        if (offset == null || offset.isBlank()) {
            return new Ports(0);
        }
        try {
            int number = Integer.parseInt(offset.strip());
            if (number >= 0 && number <= OFFSET_MAX) {
                return new Ports(number);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number out of range.
        }
        throw new UsageException(
                OFFSET + " is '" + offset + "'; it must be a whole number from 0 to " + OFFSET_MAX + ", such as 100");
    }

    /** Ports that are all free at this moment, away from those of a usual run: for tests. */
    public static Ports free() throws IOException {
        for (int offset = 20_000; offset <= OFFSET_MAX; offset += 37) {
            Ports ports = new Ports(offset);
            if (ports.taken().isEmpty()) {
                return ports;
            }
        }
        throw new IOException("no free ports on this machine");
    }

    public int offset() {
        return offset;
    }

    public int of(Service service) {
        return service.port() + offset;
    }

    public int database() {
        return DATABASE + offset;
    }

    /** The broker's port; its controller has the next one. */
    public int broker() {
        return BROKER + offset;
    }

    /** @throws FailedPart when something else listens on one of the ports */
    public void requireFree() throws FailedPart {
        Map<Integer, String> taken = taken();
        if (!taken.isEmpty()) {
            throw new FailedPart(
                    "Not started:",
                    taken.entrySet().stream()
                                    .map(port -> "port " + port.getKey() + " (" + port.getValue() + ") is taken")
                                    .collect(Collectors.joining(", "))
                            + ".\n  Stop what listens there (perhaps an earlier ./deploy/run), or move all ports: "
                            + OFFSET
                            + "=" + (offset + 100) + " ./deploy/run");
        }
    }

    private Map<Integer, String> taken() {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(of(service), service.module());
        }
        wanted.put(database(), "PostgreSQL");
        wanted.put(broker(), "Kafka");
        wanted.put(broker() + 1, "Kafka's controller");
        wanted.keySet().removeIf(Ports::isFree);
        return wanted;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
