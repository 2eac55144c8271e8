package org.rackdrill.live.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.rackdrill.live.host.Request;

/**
 * A lasting session with the helper of a host: one question after another, each answered by {@code answer LENGTH} and so
 * many bytes. One thread at a time may ask; after any failure it is of no more use.
 */
final class Talk {
    private static final Request BEGIN = Request.of("session");
    private static final Pattern HEADER = Pattern.compile("answer ([0-9]{1,9})");
    private static final int LONGEST_LINE = 64;
    // The helper waits for the next question four times as long.
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Session session;
    private final InputStream in;
    private final OutputStream out;
    private Deadline idle = Deadline.in(IDLE);

    private Talk(Session session, Session.Command running) {
        this.session = session;
        this.in = running.getInputStream();
        this.out = running.getOutputStream();
    }

    /**
     * Begins one.
     *
     * @throws IOException when the helper does not know such, or something else than it is there
     */
    static Talk begin(Session session, String command) throws IOException {
        try {
            Talk talk = new Talk(session, session.exec(command));
            talk.say(BEGIN);
            String said = talk.line();
            if (!said.equals("done")) {
                throw new IOException("no session begins: " + Words.quoted(said));
            }
            return talk;
        } catch (SSHRuntimeException e) {
            throw new IOException(e);
        }
    }

    Session session() {
        return session;
    }

    /** Returns whether it is still open, in step and not about to end because nobody asks. */
    boolean isGood() {
        try {
            return session.isOpen() && !idle.over() && in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Asks, and returns the whole answer.
     *
     * @throws IOException when none came; what was asked may have been done
     */
    byte[] ask(Request request) throws IOException {
        say(request);
        Matcher header = HEADER.matcher(line());
        if (!header.matches()) {
            throw new IOException("something else than the helper answers");
        }
        int length = Integer.parseInt(header.group(1));
        if (length > Answer.LONGEST) {
            throw new IOException("it answers without end");
        }
        byte[] answer = new byte[length];
        // Not more, not even nothing more: the library would wait for it.
        if (in.readNBytes(answer, 0, length) < length) {
            throw new IOException("it ended before all was answered");
        }
        idle = Deadline.in(IDLE);
        return answer;
    }

    private void say(Request request) throws IOException {
        out.write((request.line() + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("it ended before all was answered");
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("something else than the helper answers");
            }
            line.append((char) read);
        }
        return line.toString();
    }
}
