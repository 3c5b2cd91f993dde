package org.leadscore.oracle;

import org.leadscore.engine.Engine;
import org.leadscore.engine.files.Progress;
import org.leadscore.engine.leads.Objections;
import org.leadscore.rules.file.RuleFile;

class ClusterEngineTest extends EngineContract {

    @Override
    Engine engine(RuleFile file, Objections objections, int pieceBytes) {
        return Engine.on(new ClusterOfOne(pieceBytes), file, 2, Progress.NONE, objections);
    }
}
