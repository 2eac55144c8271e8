package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.ProtectionPlan;

/** What follows when somebody knows of a failure, and when it is mended, by the process that it belongs to. */
final class Mending {

    private final Processes all;
    private final CompiledLab lab;

    Mending(Processes all) {
        this.all = all;
        lab = all.stage.lab;
    }

    void noticed(int number, int stamp) {
        if (!all.operator.isNews(number, stamp)) {
            return;
        }
        all.operator.noticed(number);
        all.protections.answers(lab.guards().alerts());
        all.moves.noticed(lab.modes()[number]);
        if (lab.modes()[number].owner() == Mode.Owner.DELETION) {
            all.deletions.noticed(lab.modes()[number].subject());
        }
    }

    /** A person starts a guest where its data or its disk were copied to, if it is still down. */
    private void moveByHand(int guest) {
        GuestPlan plan = lab.guests()[guest];
        int at = all.guests.host(guest);
        if (all.guests.runs(guest) || at == Guests.NOWHERE || all.guests.readyOn(guest, at)) {
            return;
        }
        for (int target : all.clusters.managed(guest) ? plan.automatic() : plan.byHand()) {
            boolean allowed = plan.cluster() < 0 || all.clusters.quorate(target);
            boolean ready = all.guests.readyOn(guest, target) && all.guests.fits(guest, target);
            if (target != at && allowed && ready && all.failovers.restorable(guest, target)) {
                all.failovers.failsOver(guest, target);
                all.guests.move(guest, target, false, all.clusters);
                return;
            }
        }
    }

    void mended(int number) {
        Mode mode = lab.modes()[number];
        int subject = mode.subject();
        switch (mode.owner()) {
            case MAINS -> all.power.gridReturns(subject);
            case UPS -> all.power.mended(subject);
            case WALL -> all.power.plugged(subject);
            case BATTERY -> all.batteries.replaced(subject);
            case BUTTON -> all.power.switchedOn(subject);
            case BREAKER -> all.breakers.reset(subject);
            case SURGED -> all.surges.mended(subject);
            case STORM, SURGE, COMPONENT -> throw new IllegalStateException(mode.owner() + " needs no repair");
            case HARD_STOP -> all.hardStops.mended(subject);
            case MACHINE -> all.machines.mended(subject);
            case SUPPLY -> all.stage.set(lab.supplies()[subject], true);
            case WAN -> all.network.accessReturns(subject);
            case VPN -> all.stage.set(lab.vpns()[subject], true);
            case DISK -> {
                if (all.ceph.owns(subject)) {
                    all.ceph.diskMended(subject);
                    return;
                }
                all.storage.diskMended(subject);
                return;
            }
            case GUEST -> all.guests.mended(subject, all.clusters);
            case CONTROLLER -> all.controllers.mended(subject);
            case DISASTER -> rebuilt(subject);
            case POOL -> {
                all.copies.restored(subject);
                reconcile(all.copies.tornOn(subject));
                all.stage.after(all.copies.restoreHours(subject), Event.POOL_BACK, subject, 0);
            }
            case DELETION -> {
                reconcile(lab.data()[subject].torn());
                all.deletions.mended(subject, number);
                return;
            }
            case ATTACK -> {
                reconcile(all.copies.anyTorn(lab.dataRisks().attacks()[subject].datasets()));
                all.attacks.mended(subject, number);
                return;
            }
            case STRANDED -> all.clusters.unstrand(subject);
            case CEPH -> {
                all.ceph.mended(subject);
                return;
            }
            case COLD_START -> {
                all.coldStarts.mended(subject, all.guests, all.clusters);
                return;
            }
            case MOUNT -> {
                all.mounts.mended(subject, all.guests, all.clusters);
                return;
            }
            case MOVE -> {
                moveByHand(subject);
                return;
            }
            case CHANGE -> all.changes.mended(subject);
            case WRONG_DISK -> all.storage.putBack(subject);
            case UNLOCK -> all.unlocking.mended(subject);
            case PROTECTION -> {
                protectionMended(subject);
                return;
            }
        }
        all.failures.next(number);
    }

    private void protectionMended(int number) {
        all.protections.mended(number);
        ProtectionPlan plan = lab.guards().all()[number];
        switch (plan.kind()) {
            case FAILOVER -> all.clusters.failoverMended(plan.subject());
            case RESTORE -> all.moves.copiesMended(lab.data()[lab.copies()[plan.subject()].dataset()].service());
            case UPS, SYNC, ALERTS -> {}
        }
    }

    void dataBack(int dataset) {
        if (all.intact.give(dataset)) {
            all.copies.renew(dataset);
        }
    }

    /** Data of different moments are made to agree by hand. */
    private void reconcile(boolean torn) {
        if (torn) {
            all.operator.spends(all.copies.reconcilingHours());
        }
    }

    private void rebuilt(int site) {
        all.stage.set(lab.standing()[site], true);
        for (int i = 0; i < lab.pools().length; i++) {
            if (lab.nodes()[all.storage.node(i)].site() == site) {
                reconcile(all.copies.tornOn(i));
                all.stage.after(all.copies.restoreHours(i), Event.POOL_BACK, i, 0);
            }
        }
    }
}
