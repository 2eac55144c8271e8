package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.rackdrill.live.helper.Bench.linkDown;
import static org.rackdrill.live.helper.Bench.of;
import static org.rackdrill.live.helper.Bench.powerLoss;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** What root's helper must not be led to do by who asks it, and what must not keep it from an undo. */
class TrespassTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void layOut() throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void tidy() {
        bench.close();
    }

    @Test
    void whichFileIsMovedBackIsNotForARequestToSay() throws IOException {
        Path config = Files.createDirectories(bench.state().resolve("etc"));
        Path own = folder.resolve("key");
        Files.writeString(Path.of(own + ".rackdrill-aside"), "the key");
        Path others = folder.resolve("others");
        Files.writeString(Path.of(others + ".rackdrill-aside"), "somebody's");
        Files.writeString(config.resolve("files"), "credentials tank/copy " + own + "\n");
        Request undo =
                of("undo", "r/s/1").with("fault", "sync-credentials-broken").with("dataset", "tank/copy");

        assertThat(bench.ask(undo.with("was-path", others.toString())).done()).isTrue();

        assertThat(others).doesNotExist();
        assertThat(own).hasContent("the key");
    }

    @Test
    void aCertificateThatWasRenewedMeanwhileStays() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/openssl")))
                .as("apt-get install openssl")
                .isTrue();
        Path key = folder.resolve("key");
        Path certificate = folder.resolve("certificate");
        selfSigned(key, certificate);
        byte[] first = Files.readAllBytes(certificate);
        Path config = Files.createDirectories(bench.state().resolve("etc"));
        Files.writeString(config.resolve("files"), "certificate web %s %s true\n".formatted(certificate, key));
        Request arm = of("arm", "r/s/1").with("fault", "certificate-expired").with("unit", "web");
        assertThat(bench.ask(arm.with("lease", "600")).why()).isEmpty();
        assertThat(bench.ask(of("inject", "r/s/1")).why()).isEmpty();
        byte[] expired = Files.readAllBytes(certificate);
        assertThat(expired).isNotEqualTo(first);

        selfSigned(key, certificate);
        byte[] renewed = Files.readAllBytes(certificate);
        assertThat(bench.ask(of("undo", "r/s/1")).why()).contains("is there again and is not ours");
        assertThat(certificate).hasBinaryContent(renewed);

        Files.write(certificate, expired);
        assertThat(bench.ask(of("undo", "r/s/1")).why()).isEmpty();
        assertThat(certificate).hasBinaryContent(first);
    }

    private static void selfSigned(Path key, Path certificate) throws IOException, InterruptedException {
        List<String> command = List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=web",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void anUndoNeedsNoRoomOnTheDisk() throws IOException, InterruptedException {
        assertThat(bench.ask(powerLoss("arm", "r/s/1").with("lease", "600")).done())
                .isTrue();
        assertThat(bench.ask(of("inject", "r/s/1")).done()).isTrue();
        Files.delete(bench.state().resolve("reserve"));

        assertThat(askWithoutRoom(of("undo", "r/s/1"))).startsWith("done");
        assertThat(bench.well()).isTrue();
        assertThat(askWithoutRoom(of("prove", "r/s/1"))).isEqualTo("done\ntrue\n");
        assertThat(askWithoutRoom(powerLoss("arm", "r/t/1").with("lease", "600")))
                .startsWith("refused no room can be kept back");
    }

    @Test
    void theRoomThatIsKeptBackIsThereWhereTheFileSystemCompresses() throws IOException {
        bench.ask(Request.of("armed"));

        byte[] kept = Files.readAllBytes(bench.state().resolve("reserve"));
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(small)) {
            out.write(kept);
        }
        assertThat(small.size()).isGreaterThanOrEqualTo(1 << 20);
    }

    @Test
    void whatIsWrittenDownAtOnceIsNotMixedUp() {
        List<Reply> replies = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> bench.ask(proven(i)))
                .toList();

        assertThat(replies).allSatisfy(reply -> assertThat(reply.why()).isEmpty());
        for (int i = 0; i < 24; i++) {
            Request proof = Request.of("proof").with("service", "db").with("copy", "node" + i + "/tank");
            assertThat(bench.ask(proof).body()).contains("guid=" + (1000 + i) + "\n");
        }
    }

    private static Request proven(int number) {
        return Request.of("proven")
                .with("service", "db")
                .with("copy", "node" + number + "/tank")
                .with("guid", Integer.toString(1000 + number))
                .with("verdict", "good")
                .with("seconds", "1");
    }

    @Test
    void theQueueOfAnInterfaceThatHasGoneIsGoneToo() {
        Request undo = of("undo", "r/s/1")
                .with("fault", "link-latency")
                .with("interface", "rd-gone0")
                .with("extra", "100")
                .with("jitter", "0");
        assertThat(bench.ask(undo).why()).isEmpty();
        assertThat(bench.ask(Request.of("prove")
                                .with("hit", "r/s/1")
                                .with("run", "r")
                                .with("fault", "link-latency")
                                .with("interface", "rd-gone0")
                                .with("extra", "100")
                                .with("jitter", "0"))
                        .body())
                .isEqualTo("true\n");
    }

    @Test
    void anOperationIsNotEndedByWhoeverChangesSomethingElse() throws IOException {
        Files.writeString(folder.resolve("slow"), "3");
        Request off = Request.of("operation").with("key", "k1");
        bench.ask(off.with("do", "power-off").with("node", "node1"));
        await().until(() -> ProcessHandle.allProcesses()
                .anyMatch(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .containsAll(List.of(folder.resolve("rack").toString(), "off"))));

        assertThat(bench.ask(linkDown("arm", "r/s/1").with("lease", "60")).done())
                .isTrue();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !bench.ask(off).body().contains("state=running"));
        assertThat(bench.ask(off).body()).contains("state=done\n").contains("fact-power=off\n");
    }

    @Test
    void aUnitIsNoPath() {
        for (String unit : List.of("a/b", "web.service/x", "a,b")) {
            Reply reply = bench.ask(Request.of("operation")
                    .with("key", "k1")
                    .with("do", "start-unit")
                    .with("unit", unit));
            assertThat(reply.kind()).isEqualTo(Reply.Kind.REFUSED);
            assertThat(reply.why()).contains("is no unit of systemd");
        }
    }

    /** Asks where no file can become larger than 4 KiB, as on a disk that has so much left. */
    private String askWithoutRoom(Request request) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", "trap '' XFSZ; ulimit -f 8; exec perl " + bench.script());
        builder.environment().clear();
        builder.environment().putAll(bench.environment());
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write((request.line() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
