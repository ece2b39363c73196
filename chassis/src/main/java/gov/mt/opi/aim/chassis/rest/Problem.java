package gov.mt.opi.aim.chassis.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal that a caller can act on; becomes an {@code application/problem+json} answer (RFC 9457). */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final transient Map<String, Object> more;

    private Problem(int status, String type, String title, String detail, Map<String, Object> more) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.more = more;
    }

    /**
     * A problem.
     *
     * @param status HTTP status
     * @param type stable name of the kind of problem, for example {@code unknown-dimension}
     * @param title the kind of problem in words
     * @param detail what is wrong this time, for people
     */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Map.of());
    }

    public static Problem badRequest(String type, String detail) {
        return of(400, type, "The request cannot be understood", detail);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail);
    }

    /** The same problem with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(status, type, title, getMessage(), members);
    }

    public int status() {
        return status;
    }

    /** The members of the problem document. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:aim:problem:" + type);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        document.putAll(more);
        return document;
    }
}
