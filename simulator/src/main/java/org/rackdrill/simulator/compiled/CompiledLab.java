package org.rackdrill.simulator.compiled;

/**
 * A lab in the form in which it is simulated: everything numbered, built once, shared by all threads, never changed.
 *
 * @param streams a number for each random stream, made of its name
 * @param supplies the point of each power supply, by number
 * @param supplyNode the node that each of them feeds
 * @param wans the point that each internet access sets
 * @param vpns the point that each tunnel sets
 * @param mains the point that each site's mains sets
 * @param standing the point that says whether each site still stands
 * @param vpnRestarts how long each tunnel takes to come up again
 * @param guards the protections that can fail unseen
 * @param audiences what is watched beside whole services
 * @param dataRisks how data are harmed by people, attackers and memory
 * @param unlocks the nodes whose pools do not open by themselves
 * @param migrationRestarts whether containers start anew when they are moved
 * @param takes how long it takes to notice things, and to do them by hand or by a drill
 * @param crews how many repairs at a time each crew can do
 * @param storageNetwork what stands between guests and their storage
 * @param updates for each automatic update the machine and the hours between two
 */
public record CompiledLab(
        Structure structure,
        Causes causes,
        Parameters parameters,
        Lifetimes lives,
        long[] streams,
        Mode[] modes,
        AgePlan ages,
        int[] mains,
        int[] standing,
        int[] supplies,
        int[] supplyNode,
        UpsPlan[] ups,
        PowerPlan power,
        Machine[] machines,
        NodePlan[] nodes,
        NetworkPlan network,
        int[] wans,
        int[] vpns,
        int[] vpnRestarts,
        PoolPlan[] pools,
        DiskPlan[] disks,
        BatchPlan[] batches,
        ControllerPlan[] controllers,
        ClusterPlan[] clusters,
        GuestPlan[] guests,
        ServicePlan[] services,
        AudiencePlan[] audiences,
        DataPlan[] data,
        CopyPlan[] copies,
        DataRiskPlan dataRisks,
        ComponentPlan[] components,
        int[] crews,
        OperatorPlan operator,
        WorkPlan takes,
        Guards guards,
        ChangePlan changes,
        UnlockPlan[] unlocks,
        Update[] updates,
        StorageNetwork storageNetwork,
        boolean failback,
        boolean memoryLimits,
        boolean migrationRestarts,
        boolean restoreTimes) {

    /** An automatic update of a machine. */
    public record Update(int machine, double everyHours, int stream) {}
}
