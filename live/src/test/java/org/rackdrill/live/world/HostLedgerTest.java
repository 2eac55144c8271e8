package org.rackdrill.live.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;

class HostLedgerTest {
    private static final Instant STRUCK = Instant.ofEpochSecond(1_795_700_000);
    private static final String CONFIRMED = "7 1795699990.25\n8 1795699995.5\n9 1795700001\n";

    private final Look look = new Look();

    /** The first node notes what was confirmed, and answers this when asked for its rows; the second one that. */
    private Ledger ledger(String confirmed, Reply first, Reply second) {
        Scripted node1 =
                new Scripted("node1", request -> request.verb().equals("acknowledged") ? Reply.done(confirmed) : first);
        Scripted node2 = new Scripted(
                "node2",
                request -> request.verb().equals("acknowledged") ? Reply.refused("nobody notes it here") : second);
        Map<String, Host> hosts = Map.of("node1", node1, "node2", node2);
        return new HostLedger(
                Rooms.two(), name -> Optional.ofNullable(hosts.get(name)), look, copy -> Optional.empty());
    }

    @Test
    void whatWasConfirmedAndIsNotThereNowIsMissing() {
        Ledger ledger = ledger(CONFIRMED, Reply.done("7\n9\n"), Reply.done("7\n8\n9\n"));

        assertThat(ledger.missing("db", STRUCK))
                .contains(new Ledger.Missing(1, Optional.of(Instant.ofEpochMilli(1_795_699_995_500L))));
    }

    @Test
    void whatAnEarlierAccidentTookIsNotCountedAgain() {
        Ledger ledger = ledger(CONFIRMED, Reply.done("8\n9\n"), Reply.done(""));

        assertThat(ledger.missing("db", STRUCK)).contains(new Ledger.Missing(0, Optional.empty()));
    }

    @Test
    void whatIsLostAfterTheAccidentIsCounted() {
        Ledger ledger = ledger(CONFIRMED, Reply.done("7\n8\n"), Reply.done(""));

        assertThat(ledger.missing("db", STRUCK))
                .contains(new Ledger.Missing(1, Optional.of(Instant.ofEpochSecond(1_795_700_001))));
    }

    @Test
    void theNodeThatRunsTheServiceIsAskedFirst() {
        look.runs().put("db", "node2");

        assertThat(ledger(CONFIRMED, Reply.done("7\n"), Reply.done("7\n8\n9\n")).missing("db", STRUCK))
                .contains(new Ledger.Missing(0, Optional.empty()));
    }

    @Test
    void whereNobodyNotesOrNobodyAnswersItIsNotKnown() {
        Reply silent = Reply.unknown("no answer");

        assertThat(ledger("", Reply.done("7\n"), silent).missing("db", STRUCK)).isEmpty();
        assertThat(ledger(CONFIRMED, silent, silent).missing("db", STRUCK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 x\n", "x 1795699995\n", "8\n", "99999999999999999999 1\n", "8 NaN\n", "\u001b[2J 1\n"})
    void aLineThatIsNoWriteIsPassedOver(String torn) {
        assertThat(ledger(CONFIRMED.replace("8 1795699995.5\n", torn), Reply.done("7\n9\n"), Reply.done(""))
                        .missing("db", STRUCK))
                .contains(new Ledger.Missing(0, Optional.empty()));
    }

    @Test
    void anEndAfterTheFaultWasInOrder() {
        Ledger ledger = ledger("", Reply.done("at=1795700010\ncharge=62.5\n"), Reply.done("at=1795600000\n"));

        assertThat(ledger.lastStop("node1", STRUCK))
                .contains(new Ledger.Stop(STRUCK.plusSeconds(10), true, Optional.of(0.625)));
        assertThat(ledger.lastStop("node2", STRUCK).orElseThrow().orderly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "at=\n", "at=yesterday\n", "at=Infinity\n", "charge=50\n"})
    void anEndOfWhichNobodySaysWhenIsNotKnown(String answer) {
        assertThat(ledger("", Reply.done(answer), Reply.done("")).lastStop("node1", STRUCK))
                .isEmpty();
        assertThat(ledger("", Reply.done(answer), Reply.done("")).lastStop("plain", STRUCK))
                .isEmpty();
    }
}
