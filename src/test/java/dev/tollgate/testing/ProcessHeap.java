package dev.tollgate.testing;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The heap of another process that runs Java. */
public final class ProcessHeap {

    private final JMXServiceURL management;

    /** Of the process with this id. */
    public ProcessHeap(long pid) {
        try {
            VirtualMachine process = VirtualMachine.attach(Long.toString(pid));
            management = new JMXServiceURL(process.startLocalManagementAgent());
            process.detach();
        } catch (IOException | AttachNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** How many bytes are alive after a full collection. */
    @SuppressWarnings("BanJNDI") // the address is a child's on this machine
    public long alive() {
        try (JMXConnector connector = JMXConnectorFactory.connect(management)) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                    server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            // What a first collection finds unreachable may only be freed by the second.
            memory.gc();
            memory.gc();
            return memory.getHeapMemoryUsage().getUsed();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
