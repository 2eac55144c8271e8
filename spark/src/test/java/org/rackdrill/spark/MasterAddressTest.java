package org.rackdrill.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.simulator.study.NoMachines;

/** How a master is named, and what happens when nobody is there. */
class MasterAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark://10.0.0.5:7077",
                "spark://master.home.arpa:7077",
                "spark://[fd00::5]:7077",
                "spark://one:7077,two:7077"
            })
    void amasterIsASparkAddressWithAPort(String url) {
        assertThat(MasterAddress.objection(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.5:7077",
                "spark://",
                "spark://host",
                "spark://host:0",
                "spark://host:65536",
                "spark://host:999999999999",
                "spark://one:7077,",
                "spark://us er:7077",
                "http://host:8080",
                "yarn",
                "local[2]"
            })
    void anythingElseIsRefusedWithAnExample(String url) {
        assertThat(MasterAddress.objection(url).orElseThrow()).contains("'" + url + "'", "spark://10.0.0.5:7077");
    }

    @Test
    void aPortAtWhichNobodyListensIsToldAtOnce() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatExceptionOfType(NoMachines.class)
                .isThrownBy(() -> MasterAddress.of("spark://127.0.0.1:" + port).knock())
                .withMessageContaining("no Spark master answers (127.0.0.1:" + port)
                .withMessageContaining("refused");
    }

    @Test
    void theMasterThatStandsByIsEnough() throws IOException {
        try (ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free;
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                free = first.getLocalPort();
            }
            MasterAddress.of("spark://127.0.0.1:" + free + ",127.0.0.1:" + second.getLocalPort())
                    .knock();
        }
    }
}
