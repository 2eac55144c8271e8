package org.rackdrill.live.nut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.recorded.Recorded;

class UpsdTest {

    @ParameterizedTest
    @CsvSource({"nut-online.txt, TRUE, 1.0", "nut-battery.txt, FALSE, 0.71", "nut-low.txt, FALSE, 0.12"})
    void saysHowAUpsIs(String file, Truth onMains, double charge) {
        UpsState state = NutLines.answer(Recorded.text(file)).state().orElseThrow();

        assertThat(state.onMains()).isEqualTo(onMains);
        assertThat(state.charge()).hasValue(charge);
        assertThat(state.works()).isEqualTo(Truth.TRUE);
        assertThat(state.runtimeSeconds()).hasValue(1200);
    }

    @Test
    void oldDataAreNoData() {
        UpsAnswer answer = NutLines.answer(Recorded.text("nut-stale.txt"));

        assertThat(answer.kind()).isEqualTo(UpsAnswer.Kind.STALE);
        assertThat(answer.state()).isEmpty();
        assertThat(answer.why()).isEqualTo("its server says DATA-STALE");
    }

    @Test
    void readsAnAddress() {
        assertThat(Upsd.at("ups1@10.0.0.11")).hasValue(new Upsd("ups1", "10.0.0.11", 3493));
        assertThat(Upsd.at("ups1@[::1]:99")).hasValue(new Upsd("ups1", "::1", 99));
        assertThat(Upsd.at("ups1@h:99999")).isEmpty();
        assertThat(Upsd.at("ups1 x@h")).isEmpty();
    }

    @Test
    void asksAServer() throws IOException {
        try (Server server = new Server(Recorded.text("nut-charging.txt"), false)) {
            UpsAnswer answer = server.ups().ask(Duration.ofSeconds(5));

            assertThat(answer.kind()).isEqualTo(UpsAnswer.Kind.TOLD);
            assertThat(answer.state().orElseThrow().flags()).containsExactlyInAnyOrder("OL", "CHRG", "RB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BEGIN LIST VAR ups1\n", "B", "ERR"})
    void aServerThatStopsInTheMiddleIsNotWaitedFor(String half) throws IOException {
        try (Server server = new Server(half, true)) {
            long start = System.nanoTime();
            UpsAnswer answer = server.ups().ask(Duration.ofMillis(300));

            assertThat(answer.kind()).isEqualTo(UpsAnswer.Kind.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aServerThatNeverEndsALineIsLeft() throws IOException {
        try (Server server = new Server("x".repeat(1 << 20), true)) {
            assertThat(server.ups().ask(Duration.ofSeconds(10)).kind()).isEqualTo(UpsAnswer.Kind.GARBAGE);
        }
    }

    @Test
    void aServerThatNeverEndsItsListIsLeft() throws IOException {
        try (Server server = new Server("BEGIN LIST VAR ups1\n" + "VAR ups1 a \"b\"\n".repeat(100_000), true)) {
            assertThat(server.ups().ask(Duration.ofSeconds(10)).kind()).isEqualTo(UpsAnswer.Kind.GARBAGE);
        }
    }

    @Test
    void nobodyThereIsUnreachable() {
        // A port that was free a moment ago may be given to somebody else, or to whoever calls it.
        Upsd closed = new Upsd("ups1", InetAddress.getLoopbackAddress().getHostAddress(), 1);
        assertThat(closed.ask(Duration.ofSeconds(2)).kind()).isEqualTo(UpsAnswer.Kind.UNREACHABLE);
    }

    /** A port of this machine where something is said to whoever comes first. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Thread thread;

        Server(String says, boolean staysOpen) throws IOException {
            thread = new Thread(() -> serve(says, staysOpen));
            thread.setDaemon(true);
            thread.start();
        }

        Upsd ups() {
            return new Upsd("ups1", socket.getInetAddress().getHostAddress(), socket.getLocalPort());
        }

        private void serve(String says, boolean staysOpen) {
            try (Socket guest = socket.accept();
                    OutputStream out = guest.getOutputStream()) {
                out.write(says.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                while (staysOpen && guest.getInputStream().read() >= 0) {
                    // The guest has not left yet.
                }
            } catch (SocketException e) {
                // The guest left, or the test is over.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
