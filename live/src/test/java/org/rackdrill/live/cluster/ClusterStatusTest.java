package org.rackdrill.live.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.cluster.ClusterStatus.Member;
import org.rackdrill.live.recorded.Recorded;

class ClusterStatusTest {

    @Test
    void saysWhoRunsWhat() {
        ClusterStatus cluster = CrmMon.read(Recorded.text("crm-healthy.xml"));

        assertThat(cluster.quorate()).isEqualTo(Truth.TRUE);
        assertThat(cluster.master()).hasValue("n2");
        assertThat(cluster.fencing()).isEqualTo(Truth.FALSE);
        assertThat(cluster.runs("web")).isEqualTo(Truth.TRUE);
        assertThat(cluster.runs("web-ip")).isEqualTo(Truth.TRUE);
        assertThat(cluster.runsOn("web")).containsExactly("n1");
        assertThat(cluster.runsOn("ping-clone")).containsExactly("n1", "n2", "n3");
        assertThat(cluster.runs("nothing")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void withoutAMajorityNothingRuns() {
        ClusterStatus cluster = CrmMon.read(Recorded.text("crm-no-quorum.xml"));

        assertThat(cluster.quorate()).isEqualTo(Truth.FALSE);
        assertThat(cluster.runs("web")).isEqualTo(Truth.FALSE);
        assertThat(cluster.members())
                .extracting(Member::name, Member::online)
                .containsExactly(tuple("n1", true), tuple("n2", false), tuple("n3", false));
    }

    @Test
    void aMemberInStandbyIsOnlineButNotReady() {
        assertThat(CrmMon.read(Recorded.text("crm-standby.xml")).member("n3"))
                .hasValue(new Member("n3", true, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm-not-running.xml", "quorum-healthy.txt", "nut-online.txt"})
    void whatIsNotAClusterIsNotRead(String file) {
        assertThat(CrmMon.read(Recorded.text(file))).isEqualTo(ClusterStatus.UNREADABLE);
    }

    @Test
    void entitiesAreNotFetched() {
        String bomb = Recorded.text("crm-healthy.xml")
                .replace(
                        "<pacemaker-result",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><pacemaker-result")
                .replace("name=\"n1\"", "name=\"&x;\"");

        assertThat(CrmMon.read(bomb)).isEqualTo(ClusterStatus.UNREADABLE);
    }

    @Test
    void votesAreCounted() {
        assertThat(Votes.read(Recorded.text("quorum-healthy.txt"))).isEqualTo(new Votes(Truth.TRUE, 3, 3, 2));
        assertThat(Votes.read(Recorded.text("quorum-two.txt"))).isEqualTo(new Votes(Truth.TRUE, 3, 2, 2));
        assertThat(Votes.read(Recorded.text("quorum-none.txt"))).isEqualTo(new Votes(Truth.FALSE, 3, 1, 2));
        assertThat(Votes.read("")).isEqualTo(new Votes(Truth.UNKNOWN, -1, -1, -1));
    }

    @Test
    void proxmoxSaysTheSameInItsOwnWords() {
        ClusterStatus cluster =
                Proxmox.read(Recorded.text("shape-pve-cluster.json"), Recorded.text("shape-pve-ha.json"));

        assertThat(cluster.quorate()).isEqualTo(Truth.TRUE);
        assertThat(cluster.master()).hasValue("node2");
        assertThat(cluster.fencing()).isEqualTo(Truth.TRUE);
        assertThat(cluster.runsOn("vm:101")).containsExactly("node1");
        assertThat(cluster.runs("ct:102")).isEqualTo(Truth.FALSE);
        assertThat(cluster.member("node2")).hasValue(new Member("node2", true, true, false));
        assertThat(cluster.member("node3")).hasValue(new Member("node3", false, false, true));
    }

    @Test
    void proxmoxWithoutAMajorityIsNotQuorate() {
        assertThat(Proxmox.read(Recorded.text("shape-pve-cluster-no-quorum.json"), "")
                        .quorate())
                .isEqualTo(Truth.FALSE);
    }
}
