// Every word people see on the bench, Chinese first.
export const zh = {
  other: 'English', title: '一窗 模拟台', lead: '在这里当一回来办事的人：放身份证、放纸、露脸，再看打出来的东西。',
  reset: '全部复位', devices: '设备', receipts: '小票', pages: '打印的文件', messages: '短信', cases: '办件', platform: '政务平台',
  oneDay: '过一天', oneWeek: '过一周', webcam: '用我的摄像头', webcamNote: '照片只留在这台电脑的内存里，复位就没了。', yourName: '称呼', close: '关闭', take: '拍照',
  live: '已连接', lost: '模拟台没有回应', plugged: '已接通', unplugged: '线已拔', faulty: '有故障', unplug: '拔线', plug: '插上',
  faults: '故障', clear: '清除故障', noReceipts: '还没有小票', noPages: '还没有打印文件', noMessages: '还没有短信，验证码会出现在这里', noCases: '还没有办件', noPlatform: '平台没有启动',
  who: '谁的身份证', lay: '放卡', takeCard: '拿走', become: '用我的照片', cardOn: '卡在读卡器上', cardRead: '卡已读完，还没拿走', noCard: '读卡器上没有卡',
  feed: '放入文件', feedPaper: '放入样张', empty: '取出纸张', sheets: n => n > 0 ? `进纸口 ${n} 张` : '进纸口没有纸',
  show: '放上图片', showPerson: '露脸', useWebcam: '用摄像头', away: '移开', printing: '正在打印', ready: '待机', takeReceipts: '取走小票', jobs: n => `已打印 ${n} 份`,
  nextSteps: { accept: '受理', correct: '要求补正', finish: '办结' }, caseState: { received: '已收件', accepted: '办理中', correction: '等补正', finished: '已办好' }, open: '打开', noPortrait: '（无照片）',
  device: { 'id-card-reader': '身份证读卡器', scanner: '扫描仪', 'document-camera': '高拍仪', 'face-camera': '人脸摄像头', 'receipt-printer': '小票打印机', 'page-printer': 'A4 打印机', 'code-scanner': '扫码器', 'passport-reader': '护照阅读器', endorser: '签注机', 'fingerprint-reader': '指纹仪', 'pin-pad': '密码键盘', 'certificate-printer': '证照打印机', ups: '不间断电源', 'card-dispenser': '发卡机', 'locker-bank': '柜子', site: '环境设备' },
  fault: { 'no-answer': '不回答', 'late-answer': '回答太晚', split: '分段到达', garbage: '乱码', 'dropped-byte': '丢字节', truncated: '不完整', 'two-in-one': '两帧连发', duplicate: '重复回答', 'bad-checksum': '校验错', busy: '一直忙', 'sam-failure': '安全模块坏', 'card-unreadable': '卡读不出', 'wrong-card': '卡不对', 'broken-dates': '日期错乱',
    'paper-near-end': '纸快用完', 'paper-out': '缺纸', 'paper-out-mid-print': '打到一半没纸', 'cover-open': '上盖打开', 'cutter-error': '切刀卡住', 'head-hot': '打印头过热', stall: '卡住不动', jam: '卡纸', 'double-feed': '重张', down: '断网', slow: '很慢', 'http-500': '平台出错', 'answer-lost': '回答丢失', frozen: '画面不动', black: '黑屏', blurred: '模糊', lost: '断流', 'no-read': '扫不出', 'no-suffix': '没有结尾', misread: '认错一位', unreadable: '读不出', 'one-line': '不换行', 'no-completion': '没有下文', 'hardware-error': '硬件坏', 'battery-low': '电池快完', broken: '电源坏', echo: '只会重复', nak: '不收命令', 'stack-empty': '卡箱空', 'stack-low': '卡快用完', 'not-fed': '卡没发出', 'bin-full': '回收箱满', stuck: '门卡住', 'feedback-broken': '反馈线断', refuses: '不听命令', 'board-dead': '继电器板不答', 'sensor-dead': '温湿度不答', 'lights-dead': '灯控不答', implausible: '读数不可能' },
};
export const en = {
  other: '中文', title: 'Yichuang bench', lead: 'Be the citizen: lay a card, feed paper, show a face, and see what comes out.',
  reset: 'Reset all', devices: 'Devices', receipts: 'Receipts', pages: 'Printed documents', messages: 'Text messages', cases: 'Cases', platform: 'Government platform',
  oneDay: 'One day on', oneWeek: 'One week on', webcam: 'My own webcam', webcamNote: 'The picture stays in the memory of this computer and goes with a reset.', yourName: 'Name', close: 'Close', take: 'Take picture',
  live: 'Connected', lost: 'The bench does not answer', plugged: 'Plugged in', unplugged: 'Unplugged', faulty: 'Fault set', unplug: 'Unplug', plug: 'Plug in',
  faults: 'Faults', clear: 'Clear faults', noReceipts: 'No receipts yet', noPages: 'No printed documents yet', noMessages: 'No messages yet; codes appear here', noCases: 'No cases yet', noPlatform: 'The platform is not running',
  who: 'Whose card', lay: 'Lay card', takeCard: 'Take away', become: 'Use my portrait', cardOn: 'A card lies on the reader', cardRead: 'The card was read and still lies there', noCard: 'No card on the reader',
  feed: 'Feed files', feedPaper: 'Feed sample', empty: 'Take paper out', sheets: n => n > 0 ? `${n} sheets in the feeder` : 'The feeder is empty',
  show: 'Show picture', showPerson: 'Show face', useWebcam: 'Use webcam', away: 'Take away', printing: 'Printing', ready: 'Ready', takeReceipts: 'Take receipts', jobs: n => `${n} printed`,
  nextSteps: { accept: 'Accept', correct: 'Ask for correction', finish: 'Finish' }, caseState: { received: 'Received', accepted: 'In progress', correction: 'Waiting for papers', finished: 'Done' }, open: 'Open', noPortrait: ' (no portrait)',
  device: { 'id-card-reader': 'ID-card reader', scanner: 'Scanner', 'document-camera': 'Document camera', 'face-camera': 'Face camera', 'receipt-printer': 'Receipt printer', 'page-printer': 'A4 printer', 'code-scanner': 'Code scanner', 'passport-reader': 'Passport reader', endorser: 'Endorser', 'fingerprint-reader': 'Fingerprint reader', 'pin-pad': 'PIN pad', 'certificate-printer': 'Certificate printer', ups: 'UPS', 'card-dispenser': 'Card dispenser', 'locker-bank': 'Lockers', site: 'Site' },
  fault: {},
};
