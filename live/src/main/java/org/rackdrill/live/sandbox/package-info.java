/**
 * The sandbox: four real hosts made of namespaces, a switch, a router, a WAN link, a power strip and a UPS, on one machine.
 *
 * <h2>What runs inside a node</h2>
 *
 * Files under the resource folder {@code node/} say it:
 *
 * <ul>
 *   <li>{@code packages}: beside {@code node/}, the Debian packages of the tree, one per line, {@code #} starts a comment;
 *   <li>{@code node/all/**}: is copied over the root of every node;
 *   <li>{@code node/NODE/**}: is then copied over the root of that node ({@code node1} to {@code node4});
 *   <li>{@code node/modes}: lines {@code PATH MODE OWNER[:GROUP]}, such as {@code /usr/local/sbin/x 755 root:root}; a path
 *       that a node does not have is skipped; files without a line are 644 and directories 755, of root;
 *   <li>{@code node/masks}: units that are masked before the first start, one per line;
 *   <li>{@code node/units}: lines {@code NODE|all UNIT...}, units that are enabled (by a link in
 *       {@code multi-user.target.wants}, timers in {@code timers.target.wants}).
 * </ul>
 *
 * In files that are valid UTF-8 without a zero byte these words are replaced: {@code @INSTANCE@} (name of the sandbox, such
 * as {@code a}), {@code @HOME@} ({@code 10.77.K}), {@code @AWAY@} ({@code 10.78.K}), {@code @NODE@} ({@code node1}),
 * {@code @ADDRESS@} (its own address), {@code @SECRET@} (32 hexadecimal digits, one for all nodes; the password of everything
 * inside, and what the power strip asks for).
 *
 * <p>Written by the sandbox itself, after those files: {@code /etc/hostname}, {@code /etc/hosts} (all nodes and
 * {@code strip}), {@code /etc/machine-id}, the host key {@code /etc/ssh/ssh_host_ed25519_key}, {@code
 * /etc/ssh/ssh_known_hosts} (all nodes, by name and address), {@code /etc/ssh/sshd_config.d/rackdrill.conf}, the user {@code
 * rackdrill} with the key of the controller and its line in {@code /etc/sudoers.d/rackdrill}, and {@code
 * /root/.ssh/id_ed25519} with {@code authorized_keys}: root of each node can log in to the other nodes (replication), with a
 * key of its own. The helper is installed as {@code /usr/local/libexec/rackdrill-helper} where there is one.
 *
 * <p>Disks are sparse files: {@code /disks/d1} to {@code /disks/d4} of 512 MiB on every node; {@code /disks/spare1} and {@code
 * spare2} are as large. They outlive a loss of power, as does everything on the root; {@code /run} and {@code /tmp} do not.
 *
 * <p>Then the container is booted by its own systemd. A unit {@code rackdrill-first-boot.service} of {@code node/all} makes the
 * pools, the database and so on. {@code /usr/local/sbin/rackdrill-health} of {@code node/all} prints one line {@code WHAT
 * STATE} for each thing that should run on that node ({@code STATE} is {@code ok} or a few words) and ends with 0 when all are
 * {@code ok}; it takes two seconds at most, and is called from outside, as root in the node, by {@code sandbox up} and {@code
 * sandbox status}. Well-known names are {@code system}, {@code pool}, {@code quorum}, {@code cluster}, {@code web}, {@code db},
 * {@code dns}, {@code ups}.
 *
 * <h2>What is around the nodes</h2>
 *
 * <ul>
 *   <li>Network: {@code eth0} of node1 to node3 is {@code 10.77.K.11} to {@code .13}/24, gateway {@code 10.77.K.254}; node4 has
 *       {@code 10.78.K.14}/24, gateway {@code 10.78.K.254}. The controller is {@code 10.77.K.1}. Set from outside: nothing
 *       inside configures {@code eth0}. Addresses that were added are gone after a loss of power.
 *   <li>Power strip: TCP port 7790 of {@code strip}, {@code 10.77.K.2}. One line {@code SECRET VERB NODE}, verbs {@code on},
 *       {@code off}, {@code reboot}, {@code status}, {@code monitor} (without a node), {@code list}; the answer is one line,
 *       {@code ok}, {@code ok on}, {@code ok off}, {@code ok node1 node2 node3} or {@code error WHY}. {@code ok} means that it
 *       is true now, of the outlet: a node whose cable somebody has pulled ({@code rack power off}) stays dark.
 *   <li>UPS: the feed writes {@code /etc/nut/ups1.dev} of node1 about once a second (whole, by renaming), in the form that
 *       {@code dummy-ups} reads: {@code ups.status} ({@code OL}, {@code OL CHRG}, {@code OB DISCHRG}, {@code OB DISCHRG LB}),
 *       {@code battery.charge}, {@code battery.charge.low}, {@code battery.runtime}, {@code battery.runtime.low}, {@code
 *       ups.load}, {@code ups.realpower}, {@code input.voltage}, and more. node1 to node3 hang on it. A node that has shut
 *       itself down during an outage is started when the mains are back, as is one that lost its power.
 * </ul>
 *
 * <h2>The rack</h2>
 *
 * The executable {@code rack} does everything that hands would do: see its first lines. Its folder is in the state of the
 * sandbox: {@code /var/lib/rackdrill/sandbox/NAME/rack/rack}. It is the only way to power, cables and the switch.
 */
@NullMarked
package org.rackdrill.live.sandbox;

import org.jspecify.annotations.NullMarked;
