package org.rackdrill.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text can never become markup, steer a terminal or turn a line around. */
class ElementTest {

    @Test
    void textAndAttributesAreEscaped() {
        Element link = Element.of("a").with("href", "\"'<>&").text("<script>\"'&amp;");

        assertThat(link.render())
                .isEqualTo("<a href=\"&quot;&#39;&lt;&gt;&amp;\">&lt;script&gt;&quot;&#39;&amp;amp;</a>");
    }

    @Test
    void whatHtmlForbidsIsReplaced() {
        assertThat(Element.of("b").text("a\u0000b\u001b[31mc\ud800d\uffff").render())
                .isEqualTo("<b>a\ufffdb\ufffd[31mc\ufffdd\ufffd</b>");
    }

    @Test
    void namesKeepTheirDirectionToThemselves() {
        assertThat(Element.name("a\u202egnp.exe\u2069").render()).isEqualTo("<bdi>agnp.exe</bdi>");
        assertThat(Named.inSentence("\u05d0\u05d1")).isEqualTo("\u2068\u05d0\u05d1\u2069");
        assertThat(Named.inSentence(" plain\n\tname ")).isEqualTo("plain  name");
    }

    @Test
    void longNamesAreCutAndWholeInTheirTooltip() {
        String name = "W".repeat(200);

        assertThat(Element.name(name).render()).isEqualTo("<bdi title=\"" + name + "\">" + "W".repeat(79) + "…</bdi>");
        assertThat(Named.inSentence(name)).hasSize(40).endsWith("…");
        assertThat(Spoken.shortened("\ud83d\ude80".repeat(5), 3)).isEqualTo("\ud83d\ude80\ud83d\ude80…");
    }

    @Test
    void listsOfNamesCountWhatTheyLeaveOut() {
        assertThat(Named.list(List.of("a"), 2)).isEqualTo("a");
        assertThat(Named.list(List.of("a", "b"), 2)).isEqualTo("a and b");
        assertThat(Named.list(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and two more");
    }

    @Test
    void aNameThatLooksLikeAFormulaStaysANameInASpreadsheet() {
        String link = Download.csv("x.csv", List.of("=cmd()", "a,b\"c"), List.of(List.of("-1.5e-3", "@x")))
                .render();
        String base64 = link.replaceAll("(?s).*base64,([^\"]*)\".*", "$1");

        assertThat(new String(java.util.Base64.getDecoder().decode(base64), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("'=cmd(),\"a,b\"\"c\"\r\n-1.5e-3,'@x\r\n");
    }
}
