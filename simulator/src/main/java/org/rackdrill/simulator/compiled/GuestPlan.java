package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Service;

/**
 * A guest: one running instance of a service.
 *
 * @param home the node that it belongs on
 * @param automatic nodes on which its cluster can start it, home included
 * @param byHand nodes to which a person can move it, with the data that are there
 * @param dataPool the pool of its data for each node that it may run on, by node number; -1: none
 * @param sharedPool the pool of another node that holds its system disk, or -1
 * @param cephCluster the cluster whose Ceph holds its system disk or data, or -1
 * @param syncHours between two replications of its system disk by the cluster; 0: never
 * @param onNodePool whether its system disk lives in the first pool of the node that it runs on
 * @param step of the start order on its node, from 0
 * @param run the point that says whether it runs
 * @param lan the point that says whether its node is on the network of its site
 * @param atHome the point that says whether people at home reach it over an access point
 * @param wired the same on a cable
 * @param remote the same from anywhere else
 * @param stranded the mode that a person repairs when the cluster put it where it cannot start
 * @param move the mode by which a person moves it
 */
public record GuestPlan(
        String name,
        int service,
        int home,
        int cluster,
        Service.Kind kind,
        Service.Failover failover,
        int[] automatic,
        int[] byHand,
        int[] dataPool,
        int sharedPool,
        int cephCluster,
        double syncHours,
        int syncStream,
        boolean onNodePool,
        double memoryBytes,
        int priority,
        int step,
        int stream,
        int boot,
        int run,
        int lan,
        int atHome,
        int wired,
        int remote,
        int stranded,
        int move) {}
