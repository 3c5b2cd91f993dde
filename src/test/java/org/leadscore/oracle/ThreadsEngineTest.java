package org.leadscore.oracle;

import org.leadscore.engine.Engine;
import org.leadscore.engine.Objections;
import org.leadscore.engine.Progress;
import org.leadscore.rules.RuleFile;

class ThreadsEngineTest extends EngineContract {

    @Override
    Engine engine(RuleFile file, Objections objections, int pieceBytes) {
        return new Engine(3, Progress.NONE, objections);
    }
}
