import WhatIfIcon from '@mui/icons-material/AltRouteOutlined';
import { WhatIfPage } from './WhatIfPage';

export const whatIf = { name: 'what-if', icon: WhatIfIcon, list: WhatIfPage };
