package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @Test
    void anAddressIsReadAsItIsWritten() {
        assertThat(Login.parse("root@Nas.Home:2222")).isEqualTo(new Login("root", "nas.home", 2222));
        assertThat(Login.parse("root@[::1]:2222").knownName()).isEqualTo("[::1]:2222");
        assertThat(Login.parse("root@::1")).isEqualTo(new Login("root", "::1", 22));
        assertThat(Login.parse("root@10.0.0.1").knownName()).isEqualTo("10.0.0.1");
        assertThat(Route.parse("a@x via b@y:23 via c@z")).hasToString("a@x via b@y:23 via c@z");
        assertThat(Route.parse("a@x via b@y:23 via c@z").logins())
                .extracting(Login::host)
                .containsExactly("z", "y", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root",
                "root@",
                "@x",
                "root@x:0",
                "root@x:65536",
                "root@x:",
                "root@-oProxyCommand=id",
                "root@x y",
                "root@$(id)",
                "a b@x",
                "-l@x",
                "root@x via",
                "root@x via ",
                "root@x,root@y",
                "root@x\nroot@y",
                "root@x:22:22a"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> Route.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
