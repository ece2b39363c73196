package gov.mt.opi.aim.faults.scene;

import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** An upload of which only the first half was sent. */
public final class RawUpload {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;
    private final Path parts;

    private RawUpload(Socket socket, Path parts) {
        this.socket = socket;
        this.parts = parts;
    }

    /** Sends the first half of a file, announced as a whole. */
    public static RawUpload half(RunningAim aim, SentFile file) throws IOException {
        URI intake = aim.address(Service.INTAKE);
        byte[] body = file.bytes();
        Socket socket = new Socket(intake.getHost(), intake.getPort());
        OutputStream out = socket.getOutputStream();
        String head = "POST /api/v1/submissions?adoptStateIds=true&fileName=" + file.name() + " HTTP/1.1\r\n"
                + "Host: " + intake.getAuthority() + "\r\n"
                + "Authorization: Basic "
                + Base64.getEncoder().encodeToString("opi:opi".getBytes(StandardCharsets.UTF_8)) + "\r\n"
                + "Content-Type: text/tab-separated-values\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body, 0, body.length / 2);
        out.flush();
        return new RawUpload(socket, aim.folder().submissions().resolve("parts"));
    }

    /** Waits until intake has begun to write it to its disk; whether it has. */
    public boolean arrives() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (bytesOnDisk() == 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        return bytesOnDisk() > 0;
    }

    /** Waits until intake has nothing of any unfinished upload on its disk; whether that is so. */
    public boolean isForgotten() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!onDisk().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        return onDisk().isEmpty();
    }

    private long bytesOnDisk() throws IOException {
        long bytes = 0;
        for (Path part : onDisk()) {
            try {
                bytes += Files.size(part);
            } catch (NoSuchFileException gone) {
                // Its upload is over.
                continue;
            }
        }
        return bytes;
    }

    private List<Path> onDisk() throws IOException {
        try (Stream<Path> files = Files.list(parts)) {
            return files.toList();
        }
    }

    /** Breaks the connection without a farewell: the other side sees a reset, as when a cable is pulled. */
    public void breakOff() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
