package org.rackdrill.live.helper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.live.helper.Hands.NotDone;
import org.rackdrill.live.helper.Hands.Said;
import org.rackdrill.live.host.Request;

/**
 * The helper on one host: laid down, looked at, removed. Every command is fixed; what may change is the name of the login
 * and whether its commands need sudo. The files are written beside their place, checked there, and moved.
 */
public final class Installation {
    /** What the helper keeps; a sandbox on the same machine has its own folder beside it. */
    private static final List<String> STATE = List.of(
            "armed",
            "over",
            "watch",
            "acting",
            "lock",
            "log",
            "log.1",
            "reserve",
            "operations",
            "manifests",
            "proofs",
            "look",
            "certificate");

    private static final String KEPT = "/var/lib/rackdrill";
    private static final String RESTORED = "/var/lib/rackdrill-scratch";

    private static final Pattern HELPER = Pattern.compile("(?m)^helper=([0-9a-f]{16})$");
    private static final byte[] NOTHING = new byte[0];

    private final String host;
    private final String user;
    private final Hands hands;

    /**
     * A host.
     *
     * @param user who logs in there; the rule for sudo is for that name, and root needs none
     */
    public Installation(String host, String user, Hands hands) {
        this.host = host;
        this.user = user;
        this.hands = hands;
    }

    /**
     * Lays the helper down, or the newer one over the older, and returns what was done, a line each.
     *
     * @throws NotDone when a step failed; what was moved into place before is whole, and the rest is as it was
     */
    public List<String> install() throws NotDone {
        if (isThere(HelperScript.PATH)) {
            refuseWhileArmed("is not replaced");
        }
        need("/usr/bin/perl", "apt-get install perl-base");
        boolean systemd = isThere("/run/systemd/system");
        boolean sudo = !user.equals("root");
        if (sudo) {
            need("/usr/sbin/visudo", "apt-get install sudo, or use a forced command: see docs/helper.md");
        }
        run("mkdir", "-p", "-m", "755", "/usr/local/libexec", "/etc/rackdrill");
        List<String> done = new ArrayList<>();
        for (HelperFile file : HelperFile.all(user)) {
            if (file.path().equals(HelperFile.BOOT_UNIT) && !systemd) {
                done.add(host + ": no systemd there; let it start '" + HelperScript.PATH + " --undo-all' at boot");
                continue;
            }
            if (isAsItShouldBe(file)) {
                done.add(host + ": " + file.path() + " is the same already");
                continue;
            }
            String before = file.path().equals(HelperFile.SUDOERS)
                    ? said(NOTHING, "cat", file.path()).out().strip()
                    : "";
            put(file);
            done.add(host + ": wrote " + file.path() + (before.isEmpty() ? "" : " in place of '" + before + "'"));
        }
        if (systemd) {
            run("systemctl", "daemon-reload");
            run("systemctl", "enable", "--quiet", "rackdrill-undo.service");
        }
        String version = version();
        if (!version.equals(HelperScript.version())) {
            throw new NotDone(host + ": the helper says it is " + version + ", not " + HelperScript.version());
        }
        done.add(host + ": helper " + version + " answers");
        return List.copyOf(done);
    }

    /** Returns what {@link #install} would do, a line each, without asking the host. */
    public List<String> planned() {
        List<String> lines = new ArrayList<>();
        for (HelperFile file : HelperFile.all(user)) {
            String only = file.path().equals(HelperFile.BOOT_UNIT) ? ", where there is systemd, and enable it" : "";
            lines.add(host + ": would write " + file.path() + " (root's, " + file.mode() + ")" + only);
        }
        return List.copyOf(lines);
    }

    /** Returns what {@link #remove} would do, a line each, without asking the host. */
    public List<String> plannedRemoval() {
        List<String> lines = new ArrayList<>();
        HelperFile.all(user).forEach(file -> lines.add(host + ": would remove " + file.path()));
        lines.add(host + ": would remove what the helper keeps in " + KEPT + ", unless something is armed there");
        return List.copyOf(lines);
    }

    /**
     * Removes everything that {@link #install} made, and what the helper keeps.
     *
     * @throws NotDone while something is armed or broken there
     */
    public List<String> remove() throws NotDone {
        if (!isThere(HelperScript.PATH)) {
            return List.of(host + ": there is no helper");
        }
        refuseWhileArmed("is not removed");
        if (isThere(HelperFile.BOOT_UNIT)) {
            run("systemctl", "disable", "--quiet", "rackdrill-undo.service");
            run("rm", "-f", HelperFile.BOOT_UNIT);
            run("systemctl", "daemon-reload");
        }
        List<String> command = new ArrayList<>(List.of("rm", "-r", "-f", "--one-file-system", "--"));
        STATE.forEach(each -> command.add(KEPT + "/" + each));
        run(command.toArray(String[]::new));
        run(
                "find",
                KEPT,
                "-maxdepth",
                "1",
                "-type",
                "f",
                "(",
                "-name",
                "power-tested-*",
                "-o",
                "-name",
                "load-*",
                ")",
                "-delete");
        for (String folder : List.of(KEPT, RESTORED)) {
            if (isThere(folder)) {
                run("rmdir", "--ignore-fail-on-non-empty", folder);
            }
        }
        // The rule for sudo goes last: without it there is no way to finish.
        if (user.equals("root")) {
            run("rm", "-f", HelperScript.PATH, HelperFile.SUDOERS);
        } else {
            run("rm", "-f", HelperScript.PATH);
            run("rm", "-f", HelperFile.SUDOERS);
        }
        return List.of(host + ": removed; /etc/rackdrill is yours and stays");
    }

    /** Returns how it stands, a line each. */
    public List<String> status() throws NotDone {
        if (!isThere(HelperScript.PATH)) {
            return List.of(host + ": there is no helper");
        }
        String version = version();
        String newest = HelperScript.version();
        List<String> lines = new ArrayList<>();
        lines.add(
                host + ": helper " + version + (version.equals(newest) ? "" : ", but this Rackdrill brings " + newest));
        ask(Request.of("armed")).lines().forEach(line -> lines.add(host + ": " + line));
        return List.copyOf(lines);
    }

    private boolean isAsItShouldBe(HelperFile file) throws NotDone {
        Said same = said(file.text().getBytes(StandardCharsets.UTF_8), "cmp", "-s", "-", file.path());
        Said rights = said(NOTHING, "stat", "-c", "%u:%g %a", file.path());
        return same.status() == 0 && rights.out().strip().equals("0:0 " + file.mode());
    }

    private void put(HelperFile file) throws NotDone {
        String draft = file.draft();
        runWith(file.text().getBytes(StandardCharsets.UTF_8), "dd", "of=" + draft, "status=none", "conv=fsync");
        run("chown", "root:root", draft);
        run("chmod", file.mode(), draft);
        if (file.path().equals(HelperScript.PATH)) {
            run("perl", "-c", draft);
        } else if (file.path().equals(HelperFile.SUDOERS)) {
            run("visudo", "-c", "-q", "-f", draft);
        }
        run("mv", "-f", draft, file.path());
    }

    private void refuseWhileArmed(String what) throws NotDone {
        String armed = ask(Request.of("armed"));
        if (armed.lines().anyMatch(line -> !line.contains(" state=undone proven=1 "))) {
            throw new NotDone(host + ": the helper " + what + " while something is armed there: " + armed.strip());
        }
    }

    private String version() throws NotDone {
        Matcher said = HELPER.matcher(ask(Request.of("identity")));
        return said.find() ? said.group(1) : "of an unknown version";
    }

    private String ask(Request request) throws NotDone {
        String said = runWith((request.line() + "\n").getBytes(StandardCharsets.UTF_8), HelperScript.PATH);
        if (!said.startsWith("done\n")) {
            throw new NotDone(host + ": " + request.verb() + ": "
                    + said.lines().findFirst().orElse("no answer"));
        }
        return said.substring("done\n".length());
    }

    private void need(String program, String way) throws NotDone {
        if (!isThere(program)) {
            throw new NotDone(host + ": there is no " + program + ": " + way);
        }
    }

    private boolean isThere(String path) throws NotDone {
        return said(NOTHING, "test", "-e", path).status() == 0;
    }

    private String run(String... words) throws NotDone {
        return runWith(NOTHING, words);
    }

    private String runWith(byte[] input, String... words) throws NotDone {
        Said said = said(input, words);
        if (said.status() != 0) {
            String why = said.err().strip().lines().findFirst().orElse("no reason given");
            throw new NotDone(host + ": " + String.join(" ", words) + " ended with " + said.status() + ": " + why);
        }
        return said.out();
    }

    private Said said(byte[] input, String... words) throws NotDone {
        List<String> command = new ArrayList<>();
        if (!user.equals("root")) {
            command.addAll(List.of("sudo", "-n", "--"));
        }
        command.addAll(List.of(words));
        return hands.run(command, input);
    }
}
