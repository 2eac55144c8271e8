package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An SSH agent behind its socket: it lists its keys and signs with them, and never gives one away. The numbers are those
 * of the agent protocol (draft-miller-ssh-agent). Closing it from outside ends whatever it waits for.
 */
final class Agent implements Closeable {
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;
    private static final int LONGEST_ANSWER = 256 << 10;
    private static final int MOST_KEYS = 100;

    private final SocketChannel channel;

    private Agent(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * A key that an agent holds.
     *
     * @param comment what its owner calls it
     */
    record Held(KeyBlob key, String comment) {}

    static Agent at(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Agent(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    List<Held> keys() throws IOException {
        ByteBuffer answer = ask(new byte[] {REQUEST_IDENTITIES}, IDENTITIES_ANSWER);
        int count = number(answer);
        if (count < 0 || count > MOST_KEYS) {
            throw new IOException("it claims to hold " + count + " keys");
        }
        List<Held> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            KeyBlob key = new KeyBlob(text(answer));
            keys.add(new Held(key, new String(text(answer), StandardCharsets.UTF_8)));
        }
        return keys;
    }

    /** Returns a signature as it travels: its name, and the signature itself. */
    byte[] sign(KeyBlob key, byte[] data, int flags) throws IOException {
        byte[] blob = key.bytes();
        ByteBuffer request = ByteBuffer.allocate(1 + 4 + blob.length + 4 + data.length + 4);
        request.put((byte) SIGN_REQUEST).putInt(blob.length).put(blob);
        request.putInt(data.length).put(data).putInt(flags);
        return text(ask(request.array(), SIGN_RESPONSE));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer ask(byte[] request, int expected) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(4 + request.length);
        out.putInt(request.length).put(request).flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        int length = read(4).getInt();
        if (length < 1 || length > LONGEST_ANSWER) {
            throw new IOException("it answers with " + length + " bytes");
        }
        ByteBuffer answer = read(length);
        if (answer.get() != expected) {
            throw new IOException("it refuses");
        }
        return answer;
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it has hung up");
            }
        }
        return buffer.flip();
    }

    private static int number(ByteBuffer answer) throws IOException {
        if (answer.remaining() < 4) {
            throw new IOException("its answer is cut off");
        }
        return answer.getInt();
    }

    private static byte[] text(ByteBuffer answer) throws IOException {
        int length = number(answer);
        if (length < 0 || length > answer.remaining()) {
            throw new IOException("its answer is cut off");
        }
        byte[] text = new byte[length];
        answer.get(text);
        return text;
    }
}
