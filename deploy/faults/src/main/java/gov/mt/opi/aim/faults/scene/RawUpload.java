package gov.mt.opi.aim.faults.scene;

import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An upload of which only the first half was sent. */
public final class RawUpload {

    private final Socket socket;

    private RawUpload(Socket socket) {
        this.socket = socket;
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
        return new RawUpload(socket);
    }

    /** Breaks the connection without a farewell: the other side sees a reset, as when a cable is pulled. */
    public void breakOff() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
