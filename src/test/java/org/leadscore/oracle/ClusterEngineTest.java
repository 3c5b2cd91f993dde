package org.leadscore.oracle;

import org.leadscore.engine.Engine;
import org.leadscore.engine.Objections;
import org.leadscore.engine.Progress;
import org.leadscore.rules.RuleFile;

class ClusterEngineTest extends EngineContract {

    @Override
    Engine engine(RuleFile file, Objections objections, int pieceBytes) {
        return Engine.on(new ClusterOfOne(pieceBytes), file, 2, Progress.NONE, objections);
    }
}
