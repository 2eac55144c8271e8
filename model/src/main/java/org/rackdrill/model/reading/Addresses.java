package org.rackdrill.model.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Meant;

/** How lab files write where something real is found. */
final class Addresses {

    private static final String USER = "[A-Za-z_][A-Za-z0-9_.-]{0,31}";
    private static final String HOST = "([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}\\])";
    private static final String PORT = "(:\\d{1,5})";
    private static final String LOGIN = USER + "@" + HOST + PORT + "?";
    private static final String LETTERS = "[A-Za-z0-9._:/@%+=,-]*";
    private static final String CHECKS = "https?://" + HOST + PORT + "?(/" + LETTERS + ")?"
            + "|tcp://" + HOST + PORT
            + "|dns://" + HOST + PORT + "?/[A-Za-z0-9._-]{1,253}"
            + "|postgres://(" + USER + "@)?" + HOST + PORT + "?/[A-Za-z0-9_-]{1,63}";
    private static final Pattern PORTS = Pattern.compile(":(\\d{1,5})(?=[ ,]|$)");
    private static final Pattern PASSWORD = Pattern.compile("[a-z]+://[^/@]*:[^/]*@.*");
    private static final Pattern WHOLE_CHECK = Pattern.compile(CHECKS);
    private static final int MOST_PORTS = 65_535;

    private static final String[] CHECK_EXAMPLES = {
        "http://10.0.0.50/health", "tcp://10.0.0.12:1883", "dns://10.0.0.13/example.org", "postgres://10.0.0.51/app"
    };

    static final Form<String> SSH = address(
            "an SSH login",
            LOGIN + "( +via +" + LOGIN + "(, *" + LOGIN + "){0,7})?",
            "root@10.0.0.11",
            "admin@nas.example:2222 via admin@gate.example");
    static final Form<String> NUT =
            address("a UPS of NUT", "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}@" + HOST + PORT + "?", "ups1@10.0.0.11");
    static final Form<String> CHECK = Forms.text("an address to check", CHECKS, Addresses::check, CHECK_EXAMPLES);
    static final Form<String> UNIT =
            name("a systemd unit", "[A-Za-z0-9][A-Za-z0-9@_.:-]{0,254}", "postgresql@15-main.service");
    static final Form<String> RESOURCE =
            name("a resource of a cluster", "[A-Za-z][A-Za-z0-9_.:-]{0,127}", "web", "vm:100");
    static final Form<String> DATASET = name(
            "a ZFS dataset",
            "[A-Za-z][A-Za-z0-9_.:-]{0,127}(/[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}){0,15}",
            "tank/db",
            "tank/copies/db");

    private Addresses() {}

    private static Form<String> name(String what, String pattern, String... examples) {
        Pattern whole = Pattern.compile(pattern);
        return Forms.text(what, pattern, text -> matched(text, what, whole, examples), examples);
    }

    private static Form<String> address(String what, String pattern, String... examples) {
        Pattern whole = Pattern.compile(pattern);
        return Forms.text(what, pattern, text -> withPorts(matched(text, what, whole, examples), text), examples);
    }

    private static String check(String text) {
        if (PASSWORD.matcher(text).matches()) {
            throw new BadText(
                    "a password does not belong into a lab file",
                    "Leave it out: a check needs an answer, not a login.");
        }
        String address = matched(text, "an address to check", WHOLE_CHECK, CHECK_EXAMPLES);
        return withPorts(address, address.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", ""));
    }

    private static String matched(String text, String what, Pattern whole, String... examples) {
        if (!whole.matcher(text).matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is not " + what,
                    "Write it like `" + String.join("` or `", examples) + "`.");
        }
        return text.replaceAll(" +", " ").replace(", ", ",");
    }

    /** Returns the address when every port in a part of it can be one. */
    private static String withPorts(String address, String hosts) {
        Matcher ports = PORTS.matcher(hosts.replaceAll("\\[[^]]*\\]", ""));
        while (ports.find()) {
            int port = Integer.parseInt(ports.group(1));
            if (port < 1 || port > MOST_PORTS) {
                throw new BadText("`" + port + "` is not a port", "Write a number from 1 to " + MOST_PORTS + ".");
            }
        }
        return address;
    }
}
